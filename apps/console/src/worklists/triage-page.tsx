import { TRIAGE_COLUMNS, TRIAGE_STATE_WORDS } from '@minh-bach/contracts/browser';
import { getRouteApi } from '@tanstack/react-router';
import type { TriageRow } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth } from '../i18n/language.tsx';
import { unitColumn, unitFilter, unitView, useBranch } from './branch.ts';
import { Gist } from './gist.tsx';
import { shownColumns } from './shown-columns.tsx';
import { useUsualFilters } from './usual-filters.ts';
import { Worklist } from './worklist.tsx';

const route = getRouteApi('/console/phan-loai');

/** Petitions that wait for classification and a decision. */
export default function TriagePage() {
  const search = route.useSearch();
  const both = useBoth();
  const branch = useBranch();
  const filters = [...unitFilter(branch), ...useUsualFilters(TRIAGE_STATE_WORDS)];
  return (
    <Worklist<TriageRow>
      service="triage"
      to="/phan-loai"
      title="triage.title"
      first="list.number"
      views={['open', 'to-confirm', 'urged', ...unitView(branch), 'overdue', 'all']}
      search={search}
      filters={filters}
      day="list.received"
      numberOf={({ number }) => number}
      dueOf={({ due }) => due}
      columns={[
        {
          head: 'list.gist',
          cell: ({ kind, gist, instance, state }) => (
            <Gist kind={kind} gist={gist} instance={instance} declared={state === 'taken'} />
          ),
        },
        ...unitColumn<TriageRow>(branch, both),
        {
          head: 'list.received',
          narrow: true,
          sort: 'on',
          cell: ({ receivedOn }) => dayMonthYear(receivedOn),
        },
        { head: 'list.state', words: true, cell: ({ stateText }) => both(stateText) },
        ...shownColumns(TRIAGE_COLUMNS),
      ]}
    />
  );
}
