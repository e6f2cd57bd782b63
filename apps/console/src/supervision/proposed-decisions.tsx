import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProposedDecisions as Listed } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { decisionInWords } from '../matter/decisions/decision-in-words.ts';
import classes from './supervision.module.css';
import { weeklyQuery } from './weekly-query.ts';

/** For the heads above and auditors: denunciations that somebody would have as something else, or end. */
export function ProposedDecisions({ week }: { week: string }) {
  const say = useSay();
  const both = useBoth();
  const list = useInfiniteQuery(weeklyQuery<Listed>('triage', 'proposed-decisions', week));
  if (list.error && !list.data)
    return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <p>{say('common.loading')}</p>;
  const rows = list.data.pages.flatMap(({ items }) => items);
  return (
    <section>
      <h2 className={classes.heading}>{say('proposedDecisions.title')}</h2>
      <p className={classes.meta}>{say('proposedDecisions.lead')}</p>
      {rows.length === 0 ? (
        <p className={classes.empty}>{say('proposedDecisions.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('proposedDecisions.title')}>
          {rows.map(({ number, step, decision, person, deputyFor, unit, at }) => (
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
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('list.more')}
        </Button>
      )}
    </section>
  );
}
