import type { Matter } from '../api/types.ts';
import { ExplainedDueDate } from '../components/due-date.tsx';
import { Card } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { clocksOf } from './clocks.ts';

/** Every running clock once, with its reasons. */
export function DueDates({ matter }: { matter: Matter }) {
  const say = useSay();
  const clocks = clocksOf(matter);
  return (
    <Card title={say('matter.dates')}>
      {clocks.length === 0 && <p>{say('due.none')}</p>}
      {clocks.map((due) => (
        <ExplainedDueDate key={due.rule} due={due} />
      ))}
    </Card>
  );
}
