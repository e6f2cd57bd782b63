import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../api/call.ts';
import { after } from '../api/queries.ts';
import type { ReceiptCorrections as Listed } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { dayMonthYear, timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './supervision.module.css';

const query = (week: string) => ({
  queryKey: ['receipt-corrections', week],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    read<Listed>(`/intake/receipt-corrections?limit=50&week=${week}${after('intake')}`, signal),
});

/** For the heads above and auditors: who would have another receipt date, and who answered. */
export function ReceiptCorrections({ week }: { week: string }) {
  const say = useSay();
  const both = useBoth();
  const { data, error, refetch } = useQuery(query(week));
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  return (
    <section>
      <h2 className={classes.heading}>{say('receiptCorrections.title')}</h2>
      <p className={classes.meta}>{say('receiptCorrections.lead')}</p>
      {data.items.length === 0 ? (
        <p className={classes.empty}>{say('receiptCorrections.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('receiptCorrections.title')}>
          {data.items.map(({ number, step, receivedOn, person, deputyFor, unit, at }) => (
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
    </section>
  );
}
