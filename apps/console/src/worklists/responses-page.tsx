import { CONCLUSION_WORDS } from '@minh-bach/contracts/browser';
import { getRouteApi } from '@tanstack/react-router';
import type { ResponseRow } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { Gist } from './gist.tsx';
import { Worklist } from './worklist.tsx';
import classes from './worklist.module.css';

const route = getRouteApi('/console/tra-loi');

/** Conclusions that wait for their decision to be issued, sent, received. */
export default function ResponsesPage() {
  const { view = 'open' } = route.useSearch();
  const say = useSay();
  const both = useBoth();
  return (
    <Worklist<ResponseRow>
      service="response"
      to="/tra-loi"
      title="responses.title"
      first="list.case"
      views={['open', 'overdue', 'all']}
      view={view}
      numberOf={(row) => row.case}
      dueOf={({ due }) => due}
      columns={[
        {
          head: 'list.gist',
          cell: ({ conclusion, gist }) => (
            <>
              <div className={classes.kind}>{say(CONCLUSION_WORDS[conclusion])}</div>
              <Gist gist={gist} />
            </>
          ),
        },
        {
          head: 'list.concluded',
          narrow: true,
          cell: ({ concludedOn }) => dayMonthYear(concludedOn),
        },
        { head: 'list.state', narrow: true, cell: ({ stateText }) => both(stateText) },
      ]}
    />
  );
}
