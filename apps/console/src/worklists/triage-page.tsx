import { TRIAGE_COLUMNS } from '@minh-bach/contracts/browser';
import { getRouteApi } from '@tanstack/react-router';
import type { TriageRow } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth } from '../i18n/language.tsx';
import { Gist } from './gist.tsx';
import { shownColumns } from './shown-columns.tsx';
import { Worklist } from './worklist.tsx';

const route = getRouteApi('/console/phan-loai');

/** Petitions that wait for classification and a decision. */
export default function TriagePage() {
  const { view = 'open' } = route.useSearch();
  const both = useBoth();
  return (
    <Worklist<TriageRow>
      service="triage"
      to="/phan-loai"
      title="triage.title"
      first="list.number"
      views={['open', 'overdue', 'all']}
      view={view}
      numberOf={({ number }) => number}
      dueOf={({ due }) => due}
      columns={[
        {
          head: 'list.gist',
          cell: ({ kind, gist, state }) => (
            <Gist kind={kind} gist={gist} declared={state === 'taken'} />
          ),
        },
        {
          head: 'list.received',
          narrow: true,
          cell: ({ receivedOn }) => dayMonthYear(receivedOn),
        },
        { head: 'list.state', narrow: true, cell: ({ stateText }) => both(stateText) },
        ...shownColumns(TRIAGE_COLUMNS),
      ]}
    />
  );
}
