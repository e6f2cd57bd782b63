import {
  CONCLUSION_WORDS,
  RESPONSE_LIST_COLUMNS,
  RESPONSE_STATE_WORDS,
} from '@minh-bach/contracts/browser';
import { getRouteApi } from '@tanstack/react-router';
import type { ResponseRow } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { unitColumn, unitFilter, unitView, useBranch } from './branch.ts';
import { Gist } from './gist.tsx';
import { shownColumns } from './shown-columns.tsx';
import { useUsualFilters } from './usual-filters.ts';
import { Worklist } from './worklist.tsx';
import classes from './worklist.module.css';

const route = getRouteApi('/console/tra-loi');

/** Conclusions that wait for their decision to be issued, sent, received. */
export default function ResponsesPage() {
  const search = route.useSearch();
  const say = useSay();
  const both = useBoth();
  const branch = useBranch();
  const filters = [...unitFilter(branch), ...useUsualFilters(RESPONSE_STATE_WORDS)];
  return (
    <Worklist<ResponseRow>
      service="response"
      to="/tra-loi"
      title="responses.title"
      first="list.case"
      views={['open', 'urged', ...unitView(branch), 'overdue', 'all']}
      search={search}
      filters={filters}
      day="list.concluded"
      numberOf={(row) => row.case}
      dueOf={({ due }) => due}
      columns={[
        {
          head: 'list.gist',
          cell: ({ conclusion, kind, instance, gist }) => (
            <>
              <Gist kind={kind} instance={instance} gist={gist} />
              <div className={classes.kind}>{say(CONCLUSION_WORDS[conclusion])}</div>
            </>
          ),
        },
        ...unitColumn<ResponseRow>(branch, both),
        {
          head: 'list.concluded',
          narrow: true,
          sort: 'on',
          cell: ({ concludedOn }) => dayMonthYear(concludedOn),
        },
        { head: 'list.state', words: true, cell: ({ stateText }) => both(stateText) },
        ...shownColumns(RESPONSE_LIST_COLUMNS),
      ]}
    />
  );
}
