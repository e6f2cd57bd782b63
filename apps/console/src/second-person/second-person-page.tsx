import { SECOND_PERSON_WORDS } from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageTitle } from '../components/page.tsx';
import { PendingNotice } from '../components/pending-notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { secondPersonQuery } from './second-person-query.ts';
import classes from './second-person.module.css';

/** What others proposed and this person may confirm, in one list: what, in which matter, by whom, since when. */
export default function SecondPersonPage() {
  const say = useSay();
  const both = useBoth();
  const { data, error, refetch } = useQuery(secondPersonQuery);
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const { items, more, pending } = data;
  return (
    <>
      <PageTitle title={say('second.title')} lead={say('second.lead')} />
      <PendingNotice services={pending} />
      {items.length === 0 && pending.length === 0 && <p>{say('second.empty')}</p>}
      {items.length > 0 && (
        <table className={classes.list} aria-label={say('second.title')}>
          <thead>
            <tr>
              {(['what', 'matter', 'unit', 'by', 'since'] as const).map((head) => (
                <th key={head} scope="col">
                  {say(`second.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ number, what, unit, by, since }) => (
              <tr key={`${number} ${what}`}>
                <th scope="row">{both(SECOND_PERSON_WORDS[what])}</th>
                <td data-head={say('second.matter')}>
                  <Link to="/ho-so/$number" params={{ number }}>
                    {number}
                  </Link>
                </td>
                <td data-head={say('second.unit')}>{both(unit.name)}</td>
                <td data-head={say('second.by')}>{by.name}</td>
                <td data-head={say('second.since')}>{timeAndDate(since, say)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more && <p className={classes.meta}>{say('second.more')}</p>}
    </>
  );
}
