import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReceiptCorrections as Listed } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { dayMonthYear, timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './supervision.module.css';
import { weeklyQuery } from './weekly-query.ts';

/** For the heads above and auditors: who would have another receipt date, and who answered. */
export function ReceiptCorrections({ week }: { week: string }) {
  const say = useSay();
  const both = useBoth();
  const list = useInfiniteQuery(weeklyQuery<Listed>('intake', 'receipt-corrections', week));
  if (list.error && !list.data)
    return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <p>{say('common.loading')}</p>;
  const rows = list.data.pages.flatMap(({ items }) => items);
  return (
    <section>
      <h2 className={classes.heading}>{say('receiptCorrections.title')}</h2>
      <p className={classes.meta}>{say('receiptCorrections.lead')}</p>
      {rows.length === 0 ? (
        <p className={classes.empty}>{say('receiptCorrections.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('receiptCorrections.title')}>
          {rows.map(({ number, step, receivedOn, person, deputyFor, unit, at }) => (
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
              <p>{say(`receiptCorrections.${step}`, { day: dayMonthYear(receivedOn) })}</p>
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
