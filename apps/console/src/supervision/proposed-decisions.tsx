import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../api/call.ts';
import { after } from '../api/queries.ts';
import type { ProposedDecisions as Listed } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { decisionInWords } from '../matter/decisions/decision-in-words.ts';
import classes from './supervision.module.css';

const query = (week: string) => ({
  queryKey: ['proposed-decisions', week],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    read<Listed>(`/triage/proposed-decisions?limit=50&week=${week}${after('triage')}`, signal),
});

/** For the heads above and auditors: denunciations that somebody would have as something else, or end. */
export function ProposedDecisions({ week }: { week: string }) {
  const say = useSay();
  const both = useBoth();
  const { data, error, refetch } = useQuery(query(week));
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  return (
    <section>
      <h2 className={classes.heading}>{say('proposedDecisions.title')}</h2>
      <p className={classes.meta}>{say('proposedDecisions.lead')}</p>
      {data.items.length === 0 ? (
        <p className={classes.empty}>{say('proposedDecisions.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('proposedDecisions.title')}>
          {data.items.map(({ number, step, decision, person, deputyFor, unit, at }) => (
            <li key={`${number} ${at}`}>
              <div>
                <strong>{person.name}</strong>
                <p className={classes.meta}>
                  {both(unit.name)}
                  {deputyFor && ` · ${say('shell.deputyFor', { name: deputyFor.name })}`}
                </p>
              </div>
              <div>
                <Link to="/ho-so/$number" params={{ number }}>
                  {number}
                </Link>
                <p className={classes.meta}>{timeAndDate(at, say)}</p>
              </div>
              <p>
                {say(`proposedDecisions.${step}`, { what: decisionInWords(decision, say, both) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
