import { serviceWords } from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import { historyQuery } from '../../api/queries.ts';
import { useArrived } from '../../api/use-arrived.ts';
import type { History, HistoryEntry } from '../../api/types.ts';
import { Card } from '../../components/page.tsx';
import { PendingNotice } from '../../components/pending-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSay } from '../../i18n/language.tsx';
import { PickDay } from '../past/pick-day.tsx';
import { endingsIn } from '../past/stood.ts';
import { inRuns, isQuiet } from './quiet.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import classes from './timeline.module.css';

const NONE: readonly string[] = [];

/** Every event of the matter across the services, newest first, and the way to an earlier day. */
export function Timeline({ number }: { number: string }) {
  const say = useSay();
  const { data, error, refetch } = useQuery(historyQuery(number));
  const arrived = useArrived(data);
  return (
    <Card title={say('timeline.title')}>
      <PickDay number={number} />
      {error && !data && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data && arrived && <Events history={data} />}
    </Card>
  );
}

/** What is left out is named. */
export function Events({ history: { entries, pending, withheld } }: { history: History }) {
  const say = useSay();
  const endings = endingsIn(entries);
  const services = withheld.map((name) => say(serviceWords(name))).join(', ');
  return (
    <>
      <PendingNotice services={pending} />
      {withheld.length > 0 && (
        <p className={classes.withheld}>{say('timeline.withheld', { services })}</p>
      )}
      {entries.length === 0 && <p>{say('timeline.empty')}</p>}
      <ol className={classes.timeline} reversed aria-label={say('timeline.title')}>
        {inRuns(entries.toReversed()).map((run) =>
          isQuiet(run[0]!) ? (
            <QuietRun key={run[0]!.eventId} run={run} />
          ) : (
            run.map((entry) => (
              <TimelineEntry
                key={entry.eventId}
                entry={entry}
                ended={endings.get(entry.eventId) ?? NONE}
              />
            ))
          ),
        )}
      </ol>
    </>
  );
}

/** One line, which opens. */
function QuietRun({ run }: { run: readonly HistoryEntry[] }) {
  const say = useSay();
  return (
    <li className={classes.run}>
      <details>
        <summary>{say('timeline.quiet', { count: run.length })}</summary>
        <ol className={classes.timeline}>
          {run.map((entry) => (
            <TimelineEntry key={entry.eventId} entry={entry} ended={NONE} />
          ))}
        </ol>
      </details>
    </li>
  );
}
