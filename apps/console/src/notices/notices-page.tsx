import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PendingNotice } from '../components/pending-notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { dueText, timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { noticesQuery } from './notices-query.ts';
import classes from './notices.module.css';

/** Breaches that this person was told of as the direct superior. */
export default function NoticesPage() {
  const say = useSay();
  const both = useBoth();
  const list = useInfiniteQuery(noticesQuery);
  const { data } = list;
  const items = (data?.pages.flatMap((page) => page.items) ?? []).sort((a, b) =>
    b.at.localeCompare(a.at),
  );
  const pending = [...new Set(data?.pages.flatMap((page) => page.pending))];
  return (
    <>
      <PageTitle title={say('notices.title')} lead={say('notices.lead')} />
      {!data && <p>{say('common.loading')}</p>}
      <PendingNotice services={pending} />
      {data && items.length === 0 && <p className={classes.empty}>{say('notices.empty')}</p>}
      <ul className={classes.list}>
        {items.map(({ matter, rule, name, legal, due, at, unit, deputyFor, consequence }) => (
          <li key={`${matter} ${rule} ${due} ${at}`} data-legal={legal}>
            <Link to="/ho-so/$number" params={{ number: matter }}>
              {matter}
            </Link>
            <p className={classes.what}>
              <span aria-hidden="true">▲</span> {both(name)} ·{' '}
              {say('notices.late', { date: dueText(due, say) })}
              {!legal && ` · ${say('due.internal')}`}
            </p>
            <p className={classes.meta}>
              {unit && `${both(unit.name)} · `}
              {say('notices.at')} {timeAndDate(at, say)}
              {deputyFor && ` · ${say('shell.deputyFor', { name: deputyFor.name })}`}
            </p>
            {consequence && (
              <p className={classes.meta}>
                {both(consequence.text)}
                {consequence.law !== null && ` (${consequence.law})`}
              </p>
            )}
          </li>
        ))}
      </ul>
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
    </>
  );
}
