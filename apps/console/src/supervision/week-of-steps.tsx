import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReceiptCorrections } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './supervision.module.css';
import { weeklyQuery } from './weekly-query.ts';

type StepRow = Pick<
  ReceiptCorrections['items'][number],
  'number' | 'person' | 'deputyFor' | 'unit' | 'at'
>;

interface WeekOfStepsProps<Row> {
  readonly query: ReturnType<typeof weeklyQuery<Row>>;
  /** Of the words above the list. */
  readonly words: 'proposedDecisions' | 'receiptCorrections';
  readonly stepInWords: (row: Row) => string;
}

/** For the heads above and auditors: who took which step in a week, in which petition. */
export function WeekOfSteps<Row extends StepRow>({
  query,
  words,
  stepInWords,
}: WeekOfStepsProps<Row>) {
  const say = useSay();
  const both = useBoth();
  const list = useInfiniteQuery(query);
  if (list.error && !list.data)
    return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <p>{say('common.loading')}</p>;
  const rows = list.data.pages.flatMap(({ items }) => items);
  return (
    <section>
      <h2 className={classes.heading}>{say(`${words}.title`)}</h2>
      <p className={classes.meta}>{say(`${words}.lead`)}</p>
      {rows.length === 0 ? (
        <p className={classes.empty}>{say(`${words}.empty`)}</p>
      ) : (
        <ul className={classes.list} aria-label={say(`${words}.title`)}>
          {rows.map((row) => (
            <li key={`${row.number} ${row.at}`}>
              <div>
                <strong>{row.person.name}</strong>
                <p className={classes.meta}>
                  {both(row.unit.name)}
                  {row.deputyFor && ` · ${say('shell.deputyFor', { name: row.deputyFor.name })}`}
                </p>
              </div>
              <div>
                <Link to="/ho-so/$number" params={{ number: row.number }}>
                  {row.number}
                </Link>
                <p className={classes.meta}>{timeAndDate(row.at, say)}</p>
              </div>
              <p>{stepInWords(row)}</p>
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
