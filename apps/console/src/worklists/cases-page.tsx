import { getRouteApi } from '@tanstack/react-router';
import type { CaseRow, People } from '../api/types.ts';
import { useQuery } from '@tanstack/react-query';
import { CASE_LIST_COLUMNS, CASE_STATE_WORDS } from '@minh-bach/contracts/browser';
import { peopleQuery } from '../api/queries.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { AssignBar } from './assign-bar.tsx';
import { unitColumn, unitFilter, unitView, useBranch } from './branch.ts';
import type { FilterOption, ListFilter } from './filter-bar.tsx';
import { Gist } from './gist.tsx';
import type { Selection } from './selection.ts';
import { shownColumns } from './shown-columns.tsx';
import { useUsualFilters } from './usual-filters.ts';
import { Worklist } from './worklist.tsx';

const route = getRouteApi('/console/vu-viec');

/** Cases on their way to a conclusion. */
export default function CasesPage() {
  const { has, post } = useSession();
  const search = route.useSearch();
  const branch = useBranch();
  const own = unitView(branch);
  const views = has('head')
    ? [
        'open',
        'to-approve',
        'unassigned',
        'holder-left',
        ...(own.length > 0 ? ['to-guide'] : []),
        'urged',
        ...own,
        'overdue',
        'all',
      ]
    : has('verifier')
      ? ['mine', 'open', ...own, 'overdue', 'all']
      : ['open', ...own, 'overdue', 'all'];
  const { data: people } = useQuery({
    ...peopleQuery(search.unit ?? post?.unit ?? '', 'verifier'),
    enabled: post !== undefined,
  });
  const { data: verifiers } = useQuery({
    ...peopleQuery(post?.unit ?? '', 'verifier'),
    enabled: post !== undefined,
  });
  const holders = optionsOf(people);
  const filters: readonly ListFilter[] = [
    ...unitFilter(branch),
    ...useUsualFilters(CASE_STATE_WORDS),
    { name: 'holder', label: 'filter.holder', options: withChosen(holders, search.holder) },
  ];
  const say = useSay();
  const both = useBoth();
  return (
    <Worklist<CaseRow>
      service="investigation"
      to="/vu-viec"
      title="cases.title"
      first="list.case"
      views={views}
      search={search}
      filters={filters}
      day="list.accepted"
      numberOf={(row) => row.case}
      dueOf={({ due }) => due}
      {...(has('head') && {
        bulk: {
          isOffered: ({ unit, state }: CaseRow) =>
            unit.id === post?.unit && (state === 'received' || state === 'assigned'),
          bar: (selection: Selection, rows: readonly CaseRow[]) => (
            <AssignBar selection={selection} rows={rows} verifiers={optionsOf(verifiers)} />
          ),
        },
      })}
      columns={[
        {
          head: 'list.gist',
          cell: ({ kind, instance, gist }) => <Gist kind={kind} instance={instance} gist={gist} />,
        },
        ...unitColumn<CaseRow>(branch, both),
        {
          head: 'list.accepted',
          narrow: true,
          sort: 'on',
          cell: ({ acceptedOn }) => dayMonthYear(acceptedOn),
        },
        {
          head: 'list.holder',
          words: true,
          cell: ({ assignee, holderLeft }) =>
            holderLeft
              ? say('list.holderLeft', { name: assignee?.name ?? '' })
              : (assignee?.name ?? say('list.nobody')),
        },
        { head: 'list.state', words: true, cell: ({ stateText }) => both(stateText) },
        ...shownColumns(CASE_LIST_COLUMNS),
      ]}
    />
  );
}

const optionsOf = (people: People | undefined): readonly FilterOption[] =>
  (people?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** A holder of another unit, or one who left, stays chosen. */
const withChosen = (
  holders: readonly FilterOption[],
  chosen: string | undefined,
): readonly FilterOption[] =>
  chosen === undefined || holders.some(({ value }) => value === chosen)
    ? holders
    : [...holders, { value: chosen, label: chosen }];
