import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button as PlainButton } from '../components/button.tsx';
import { PendingNotice } from '../components/pending-notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { LateUnits } from './late-units.tsx';
import { NoticeItem, mayBeUrged } from './notice-item.tsx';
import { countOf, noticesQuery, noticeUnitsQuery } from './notices-query.ts';
import { MOST_SELECTED, useSelection } from '../worklists/selection.ts';
import { UrgeBar } from './urge-bar.tsx';
import classes from './notices.module.css';

const route = getRouteApi('/console/qua-han');

/** What is late in the units below, whose it is, and the way to urge it; beneath, what was done since. */
export default function NoticesPage() {
  const { unit } = route.useSearch();
  const say = useSay();
  const both = useBoth();
  const { data, error, refetch } = useQuery(noticeUnitsQuery);
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const chosen = unit === undefined ? data : data.filter((each) => each.unit?.id === unit);
  const [first] = chosen;
  const n = countOf(chosen);
  return (
    <>
      <PageTitle title={say('notices.title')} lead={say('notices.lead')} />
      {data.length > 0 && <LateUnits units={data} chosen={unit} />}
      <section>
        <div className={classes.heading}>
          <h2>
            {unit !== undefined && first?.unit
              ? say('notices.openOf', { unit: both(first.unit.name), n })
              : say('notices.open', { n })}
          </h2>
          {unit !== undefined && (
            <Link to="/qua-han" search={{}}>
              {say('notices.all')}
            </Link>
          )}
        </div>
        <NoticeList view="open" unit={unit} />
      </section>
      <section>
        <div className={classes.heading}>
          <h2>{say('notices.done')}</h2>
        </div>
        <NoticeList view="done" unit={unit} />
      </section>
    </>
  );
}

function NoticeList({ view, unit }: { view: 'open' | 'done'; unit: string | undefined }) {
  const say = useSay();
  const list = useInfiniteQuery(noticesQuery(view, unit));
  const { data, error } = list;
  const urged = view === 'open' ? (data?.pages.flatMap((page) => page.items) ?? []) : [];
  const offered = [...new Set(urged.filter(mayBeUrged).map(({ matter }) => matter))];
  const selection = useSelection(offered);
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void list.refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const items = data.pages
    .flatMap((page) => page.items)
    .sort((a, b) =>
      view === 'open' ? a.due.localeCompare(b.due) : (b.doneOn ?? '').localeCompare(a.doneOn ?? ''),
    );
  const pending = [...new Set(data.pages.flatMap((page) => page.pending))];
  return (
    <>
      <PendingNotice services={pending} />
      {items.length === 0 && pending.length === 0 && (
        <div className={classes.empty}>
          <p>{say(view === 'open' ? 'notices.empty' : 'notices.doneEmpty')}</p>
          {view === 'open' && <p className={classes.meta}>{say('notices.emptyText')}</p>}
        </div>
      )}
      {offered.length > 1 && (
        <p className={classes.many}>
          <PlainButton onClick={() => selection.set(offered)}>
            {say('urgeMany.all', { most: MOST_SELECTED })}
          </PlainButton>
        </p>
      )}
      {view === 'open' && <UrgeBar selection={selection} />}
      <ul className={classes.list}>
        {items.map((item) => (
          <NoticeItem
            key={`${item.matter} ${item.rule} ${item.due}`}
            item={item}
            {...(view === 'open' && { selection })}
          />
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
