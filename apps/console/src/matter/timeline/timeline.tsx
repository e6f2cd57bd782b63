import { useQuery } from '@tanstack/react-query';
import { historyQuery } from '../../api/queries.ts';
import { Card } from '../../components/page.tsx';
import { PendingNotice, ProblemNotice } from '../../components/notice.tsx';
import { useSay } from '../../i18n/language.tsx';
import { TimelineEntry } from './timeline-entry.tsx';
import classes from './timeline.module.css';

/** Every event of the matter across the services, newest first. */
export function Timeline({ number }: { number: string }) {
  const say = useSay();
  const { data, error, refetch } = useQuery(historyQuery(number));
  return (
    <Card title={say('timeline.title')}>
      {error && !data && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data && <PendingNotice services={data.pending} />}
      {data?.entries.length === 0 && <p>{say('timeline.empty')}</p>}
      <ol className={classes.timeline} reversed>
        {data?.entries.toReversed().map((entry) => (
          <TimelineEntry key={entry.eventId} entry={entry} />
        ))}
      </ol>
    </Card>
  );
}
