import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { worklistQuery } from '../api/queries.ts';
import { useArrived } from '../api/use-arrived.ts';
import type { ListedDue, Page, Service } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { useSay, type Label, type SayLabel } from '../i18n/language.tsx';
import type { MessageId } from '../i18n/catalogue.ts';
import { useKeys } from '../keys/use-keys.ts';
import { CardList } from './card-list.tsx';
import { Empty } from './empty.tsx';
import { FilterBar, type ListFilter } from './filter-bar.tsx';
import {
  ORDER_WORDS,
  isFiltered,
  queryOf,
  type ListPath,
  type ListSearch,
  type SortBy,
} from './list-search.ts';
import { RowTable } from './row-table.tsx';
import { rememberQueue } from './queue.ts';
import { useWords } from './searched-words.ts';
import { SavedViews } from './saved-views.tsx';
import { useStart } from './saved-views-query.ts';
import { useSelection, type Selection } from './selection.ts';
import { ViewTabs } from './view-tabs.tsx';
import classes from './worklist.module.css';

export interface Column<Row> {
  readonly head: Label;
  readonly cell: (row: Row) => ReactNode;
  /** Never wrapped. */
  readonly narrow?: true;
  /** Wrapped between words; a card says its heading, as of what is narrow. */
  readonly words?: true;
  /** Nothing to say: a card leaves it out. */
  readonly isEmpty?: (row: Row) => boolean;
  readonly sort?: SortBy;
}

export interface WorklistProps<Row> {
  readonly service: Service;
  readonly to: ListPath;
  readonly title: MessageId;
  readonly first: MessageId;
  readonly views: readonly string[];
  /** What the address says. */
  readonly search: ListSearch;
  readonly filters: readonly ListFilter[];
  /** What the days of the filter are of. */
  readonly day: Label;
  readonly numberOf: (row: Row) => string;
  readonly dueOf: (row: Row) => ListedDue | null;
  readonly columns: readonly Column<Row>[];
  /** What may be done with several rows at once. */
  readonly bulk?: {
    readonly isOffered: (row: Row) => boolean;
    readonly bar: (selection: Selection, rows: readonly Row[]) => ReactNode;
  };
}

/** A list of work: overdue first, all that it shows in the address, real links, a native table or cards. */
export function Worklist<Row>(props: WorklistProps<Row>) {
  const { service, to, title, views, search, filters, day, numberOf, bulk } = props;
  const say = useSay();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const section = useRef<HTMLElement>(null);
  const { words } = useWords(to);
  const view = search.view ?? views[0] ?? 'open';
  const isStarted = useStart(service, to, search, views[0] ?? 'open');
  const list = useInfiniteQuery({
    ...worklistQuery<Row>(service, queryOf(search, view), words),
    enabled: isStarted,
  });
  const arrived = useArrived(list.data);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const first = list.data?.pages[0];
  const selection = useSelection(bulk ? rows.filter(bulk.isOffered).map(numberOf) : []);
  useEffect(() => rememberQueue(rows.map(numberOf)));
  useKeys({ up: () => step(section.current, -1), down: () => step(section.current, 1) }, section);
  const bar = <FilterBar to={to} filters={filters} search={search} day={day} sorts={!wide} />;
  return (
    <section ref={section}>
      <PageTitle title={say(title)} {...leadOf(say, first, search, words)} />
      <ViewTabs service={service} to={to} views={views} view={view} search={search} />
      <SavedViews service={service} to={to} search={{ ...search, view }} filters={filters} />
      {wide ? (
        bar
      ) : (
        <details className={classes.folded}>
          <summary>
            {say(isFiltered(search) || words !== undefined ? 'filter.titleOn' : 'filter.title')}
          </summary>
          {bar}
        </details>
      )}
      {list.error && !list.data && (
        <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      )}
      {!list.error && !arrived && <p className={classes.empty}>{say('common.loading')}</p>}
      {arrived && rows.length === 0 && (
        <Empty to={to} view={view} first={views[0] ?? ''} search={search} words={words} />
      )}
      {bulk?.bar(selection, rows)}
      {arrived &&
        rows.length > 0 &&
        (wide ? (
          <RowTable {...props} rows={rows} selection={selection} />
        ) : (
          <CardList {...props} rows={rows} selection={selection} />
        ))}
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

function leadOf(
  say: SayLabel,
  page: Pick<Page<unknown>, 'total' | 'moreThanTotal'> | undefined,
  { sort = 'due' }: ListSearch,
  words: string | undefined,
): { lead?: string } {
  if (page?.total == null || page.total === 0) return {};
  const { total: n, moreThanTotal } = page;
  if (words !== undefined)
    return { lead: say(moreThanTotal ? 'list.foundMore' : 'list.found', { n, words }) };
  const order = say(ORDER_WORDS[sort] ?? 'list.byDue');
  return { lead: say(moreThanTotal ? 'list.totalMore' : 'list.total', { n, order }) };
}

/** Moves the focus from row to row by their links; into the list from above it. */
function step(section: HTMLElement | null, by: 1 | -1): void {
  const links = [...(section?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}
