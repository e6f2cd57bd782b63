import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../api/call.ts';
import { after } from '../api/queries.ts';
import type { Reclassifications as Listed } from '../api/types.ts';
import { ProblemNotice } from '../components/notice.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './supervision.module.css';

const query = (week: string) => ({
  queryKey: ['reclassifications', week],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    read<Listed>(`/triage/reclassifications?limit=50&week=${week}${after('triage')}`, signal),
});

/** For the heads above and auditors: denunciations that somebody would have as something else. */
export function Reclassifications({ week }: { week: string }) {
  const say = useSay();
  const both = useBoth();
  const { data, error, refetch } = useQuery(query(week));
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  return (
    <section>
      <h2 className={classes.heading}>{say('reclassifications.title')}</h2>
      <p className={classes.meta}>{say('reclassifications.lead')}</p>
      {data.items.length === 0 ? (
        <p className={classes.empty}>{say('reclassifications.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('reclassifications.title')}>
          {data.items.map(({ number, step, kind, person, unit, at }) => (
            <li key={`${number} ${at}`}>
              <div>
                <strong>{person.name}</strong>
                <p className={classes.meta}>{both(unit.name)}</p>
              </div>
              <div>
                <Link to="/ho-so/$number" params={{ number }}>
                  {number}
                </Link>
                <p className={classes.meta}>{timeAndDate(at, say)}</p>
              </div>
              <p>{say(`reclassifications.${step}`, { kind: say(`kind.${kind}`).toLowerCase() })}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
