import type { Matter } from '../api/types.ts';
import { Card, Written } from '../components/page.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './matter.module.css';

/** Notes of all services, newest first. */
export function Notes({ matter }: { matter: Matter }) {
  const say = useSay();
  const notes = [...(matter.triage?.notes ?? []), ...(matter.investigation?.notes ?? [])].sort(
    (a, b) => b.at.localeCompare(a.at),
  );
  return (
    <Card title={say('matter.notes')}>
      {notes.length === 0 && <p className={classes.barMeta}>{say('matter.noNotes')}</p>}
      {notes.map(({ at, by, text }) => (
        <div key={at + by} className={classes.note}>
          <p className={classes.barMeta}>
            {by} · {timeAndDate(at, say)}
          </p>
          <Written>{text ?? say('matter.erased')}</Written>
        </div>
      ))}
    </Card>
  );
}
