import type { Due } from '../../src/api/types.ts';
import { at, day } from './days.ts';
import { people, units } from './people.ts';
import { words } from './petition.ts';
import type { World } from './world.ts';

const nearest = (clocks: readonly Due[]): Due | null => clocks[0] ?? null;

const bySoonest = (a: { due: Due | null }, b: { due: Due | null }): number =>
  (a.due?.due ?? '9').localeCompare(b.due?.due ?? '9');

function page<Row extends { due: Due | null }>(rows: Row[], query: URLSearchParams) {
  const sorted = rows.sort(bySoonest);
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 25);
  const next = from + limit;
  return {
    items: sorted.slice(from, next),
    nextCursor: next < sorted.length ? String(next) : null,
    total: sorted.length,
  };
}

const viewed = <Row extends { due: Due | null }>(
  rows: Row[],
  open: (row: Row) => boolean,
  view: string,
) =>
  view === 'all'
    ? rows
    : view === 'overdue'
      ? rows.filter((row) => row.due?.overdue)
      : rows.filter(open);

export function triageList({ petitions }: World, query: URLSearchParams) {
  const rows = petitions.map(({ triage, intake }) => ({
    number: triage.number,
    kind: triage.kind,
    classified: triage.state !== 'taken',
    gist: triage.gist,
    senderKind: intake.senderKind,
    unit: triage.unit,
    receivedOn: triage.receivedOn,
    state: triage.state,
    stateText: triage.stateText,
    due: nearest(triage.clocks),
  }));
  const open = ({ state }: (typeof rows)[number]) => state === 'taken' || state === 'classified';
  return page(viewed(rows, open, query.get('view') ?? 'open'), query);
}

export function caseList({ petitions, signedIn }: World, query: URLSearchParams) {
  const rows = petitions.flatMap(({ investigation }) =>
    investigation ? [{ ...investigation, due: nearest(investigation.clocks) }] : [],
  );
  type Row = (typeof rows)[number];
  const view = query.get('view') ?? 'open';
  const opens: Record<string, (row: Row) => boolean> = {
    mine: ({ assignee, state }) => assignee?.id === signedIn && state !== 'approved',
    unassigned: ({ assignee }) => assignee === null,
    'to-approve': ({ state }) => state === 'proposed',
  };
  return page(viewed(rows, opens[view] ?? (({ state }) => state !== 'approved'), view), query);
}

export function responseList({ petitions }: World, query: URLSearchParams) {
  const rows = petitions.flatMap(({ response, triage }) =>
    response
      ? [
          {
            ...response,
            gist: triage.gist,
            decisionNumber: response.decision?.decisionNumber ?? null,
            due: nearest(response.clocks),
          },
        ]
      : [],
  );
  return page(
    viewed(rows, ({ state }) => state !== 'closed', query.get('view') ?? 'open'),
    query,
  );
}

export const noticeList = ({ signedIn }: World, service: string) => ({
  items:
    signedIn === 'binh' && service === 'triage'
      ? [
          {
            matter: 'D26-48301725-1',
            rule: 'KN1.ACCEPT.NEW',
            name: words(
              'Thụ lý hoặc không thụ lý khiếu nại lần đầu',
              'Accept or refuse the first complaint',
            ),
            legal: true,
            due: day(-3),
            at: at(-2, '00:01'),
            unit: { id: 'HQ-SM', name: units[2]?.name ?? words('', '') },
          },
        ]
      : [],
  nextCursor: null,
  total: null,
});

export const peopleOf = (unit: string, role: string | null) => ({
  items: people
    .filter(({ posts }) =>
      posts.some((post) => post.unit === unit && post.roles.some((each) => each === role)),
    )
    .map(({ person, name }) => ({ id: person, name })),
});

export function matterOf({ petitions }: World, number: string) {
  return petitions.find(({ triage }) => triage.number === number || triage.case === number);
}
