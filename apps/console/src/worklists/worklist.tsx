import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { worklistQuery } from '../api/queries.ts';
import { useArrived } from '../api/use-arrived.ts';
import type { ListedDue, Service } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { useSay, type Label } from '../i18n/language.tsx';
import type { MessageId } from '../i18n/catalogue.ts';
import { useKeys } from '../keys/use-keys.ts';
import { CardList } from './card-list.tsx';
import { RowTable } from './row-table.tsx';
import { rememberQueue } from './queue.ts';
import classes from './worklist.module.css';

export interface Column<Row> {
  readonly head: Label;
  readonly cell: (row: Row) => ReactNode;
  readonly narrow?: true;
  /** Nothing to say: a card leaves it out. */
  readonly isEmpty?: (row: Row) => boolean;
}

export interface WorklistProps<Row> {
  readonly service: Service;
  readonly to: '/phan-loai' | '/vu-viec' | '/tra-loi';
  readonly title: MessageId;
  readonly first: MessageId;
  readonly views: readonly string[];
  readonly view: string;
  readonly numberOf: (row: Row) => string;
  readonly dueOf: (row: Row) => ListedDue | null;
  readonly columns: readonly Column<Row>[];
}

/** A list of work: overdue first, views in the address, real links, a native table or cards. */
export function Worklist<Row>(props: WorklistProps<Row>) {
  const { service, to, title, views, view, numberOf } = props;
  const say = useSay();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const section = useRef<HTMLElement>(null);
  const list = useInfiniteQuery(worklistQuery<Row>(service, view));
  const arrived = useArrived(list.data);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const { total, moreThanTotal } = list.data?.pages[0] ?? {};
  useEffect(() => rememberQueue(rows.map(numberOf)));
  useKeys({ up: () => step(section.current, -1), down: () => step(section.current, 1) }, section);
  return (
    <section ref={section}>
      <PageTitle
        title={say(title)}
        {...(total == null || total === 0
          ? {}
          : { lead: say(moreThanTotal ? 'list.totalMore' : 'list.total', { n: total }) })}
      />
      <nav className={classes.views} aria-label={say('list.views')}>
        {views.map((each) => (
          <Link
            key={each}
            to={to}
            search={{ view: each }}
            aria-current={each === view ? 'page' : undefined}
          >
            {say(`view.${each}` as MessageId)}
          </Link>
        ))}
      </nav>
      {list.error && !list.data && (
        <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      )}
      {!list.error && !arrived && <p className={classes.empty}>{say('common.loading')}</p>}
      {arrived && rows.length === 0 && <Empty to={to} view={view} first={views[0] ?? ''} />}
      {arrived &&
        rows.length > 0 &&
        (wide ? <RowTable {...props} rows={rows} /> : <CardList {...props} rows={rows} />)}
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

/** Moves the focus from row to row by their links; into the list from above it. */
function step(section: HTMLElement | null, by: 1 | -1): void {
  const links = [...(section?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

function Empty({
  to,
  view,
  first,
}: {
  to: WorklistProps<never>['to'];
  view: string;
  first: string;
}) {
  const say = useSay();
  const said =
    view === first
      ? say('list.empty')
      : view === 'overdue'
        ? say('list.emptyOverdue')
        : say('list.emptyView', { view: say(`view.${view}` as MessageId) });
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{said}</p>
      {view === first && <p>{say('list.emptyText')}</p>}
      <Link to={to} search={{ view: 'all' }}>
        {say('list.seeAll')}
      </Link>
    </div>
  );
}
