import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { noticesQuery } from '../api/queries.ts';
import { PendingNotice } from '../components/notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { dueText, timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './notices.module.css';

/** Breaches that this person was told of as the direct superior. */
export default function NoticesPage() {
  const say = useSay();
  const both = useBoth();
  const { data } = useQuery(noticesQuery);
  return (
    <>
      <PageTitle title={say('notices.title')} lead={say('notices.lead')} />
      {!data && <p>{say('common.loading')}</p>}
      {data && <PendingNotice services={data.pending} />}
      {data?.items.length === 0 && <p className={classes.empty}>{say('notices.empty')}</p>}
      <ul className={classes.list}>
        {data?.items.map(({ matter, rule, name, legal, due, at, unit }) => (
          <li key={matter + rule} data-legal={legal}>
            <Link to="/ho-so/$number" params={{ number: matter }}>
              {matter}
            </Link>
            <p className={classes.what}>
              <span aria-hidden="true">▲</span> {both(name)} · {say('due.overdue').toLowerCase()}{' '}
              {dueText(due)}
              {!legal && ` · ${say('due.internal')}`}
            </p>
            <p className={classes.meta}>
              {unit && `${both(unit.name)} · `}
              {say('notices.at')} {timeAndDate(at)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
