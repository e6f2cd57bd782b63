import { getRouteApi } from '@tanstack/react-router';
import type { CaseRow } from '../api/types.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { Gist } from './gist.tsx';
import { Worklist } from './worklist.tsx';

const route = getRouteApi('/console/vu-viec');

/** Cases on their way to a conclusion. */
export default function CasesPage() {
  const { has } = useSession();
  const views = has('head')
    ? ['open', 'to-approve', 'unassigned', 'overdue', 'all']
    : has('verifier')
      ? ['mine', 'open', 'overdue', 'all']
      : ['open', 'overdue', 'all'];
  const { view = views[0] ?? 'open' } = route.useSearch();
  const say = useSay();
  const both = useBoth();
  return (
    <Worklist<CaseRow>
      service="investigation"
      to="/vu-viec"
      title="cases.title"
      first="list.case"
      views={views}
      view={view}
      numberOf={(row) => row.case}
      dueOf={({ due }) => due}
      columns={[
        { head: 'list.gist', cell: ({ kind, gist }) => <Gist kind={kind} gist={gist} /> },
        {
          head: 'list.assignee',
          narrow: true,
          cell: (row) => row.assignee?.name ?? say('list.nobody'),
        },
        { head: 'list.state', narrow: true, cell: ({ stateText }) => both(stateText) },
      ]}
    />
  );
}
