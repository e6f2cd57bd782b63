import type { Matter } from '../../api/types.ts';
import type { Action, Situation } from './action.ts';

const path = (what: string) => (matter: Matter) => `/cases/${matter.investigation?.case}/${what}`;

const isAssignee = ({ matter, person }: Situation): boolean =>
  matter.investigation?.assignee?.id === person;
const inWork = ({ matter }: Situation): boolean => matter.investigation?.state === 'assigned';

/** The draft that waits for a second person. */
export const proposedDraft = ({ investigation }: Matter) =>
  investigation?.drafts.find(({ status }) => status === 'proposed');

/** Four eyes: by nobody who worked on the case; where the unit has nobody else, by the unit above. */
const judging = {
  service: 'investigation',
  roles: ['head'],
  reaches: ({ matter, post }) => matter.investigation?.judging?.unit?.id === post.unit,
  when: ({ matter, person }) =>
    proposedDraft(matter) !== undefined &&
    matter.investigation?.judging?.excluded.includes(person) === false,
} as const satisfies Partial<Action>;

/** Of its unit, or of the one above that assigns it. */
const works = ({ matter: { investigation }, post }: Situation): boolean =>
  investigation?.unit.id === post.unit || investigation?.assigning?.id === post.unit;

const recording = {
  service: 'investigation',
  policy: 'case.record',
  roles: ['verifier'],
  reaches: works,
  when: (situation) => isAssignee(situation) && inWork(situation),
} as const satisfies Partial<Action>;

/** What happens in a case until its conclusion is approved. */
export const caseActions: readonly Action[] = [
  {
    ...judging,
    id: 'approve',
    policy: 'case.approve',
    path: path('approval'),
    fields: () => [],
    toBody: (_body, matter) => ({ version: proposedDraft(matter)?.version }),
  },
  {
    ...judging,
    id: 'return',
    policy: 'case.return',
    path: path('return'),
    fields: () => [{ name: 'note', kind: 'text', label: 'field.returnNote', max: 5000 }],
    toBody: (body, matter) => ({ ...body, version: proposedDraft(matter)?.version }),
  },
  {
    id: 'assign',
    service: 'investigation',
    policy: 'case.assign',
    roles: ['head'],
    reaches: works,
    when: ({ matter }) => ['received', 'assigned'].includes(matter.investigation?.state ?? ''),
    path: path('assignment'),
    people: 'verifier',
    fields: (_matter, { people }) => [
      {
        name: 'assignee',
        kind: 'search',
        of: 'people',
        label: 'field.assignee',
        options: people.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
  },
  {
    ...recording,
    id: 'explanation',
    path: path('explanations'),
    fields: () => [
      { name: 'givenBy', kind: 'line', label: 'field.givenBy', max: 200 },
      { name: 'givenOn', kind: 'date', label: 'field.givenOn' },
      { name: 'text', kind: 'text', label: 'field.explanation', max: 10_000, rows: 6 },
    ],
  },
  {
    ...recording,
    id: 'evidence',
    path: path('evidence'),
    fields: () => [
      { name: 'title', kind: 'line', label: 'field.evidenceTitle', max: 200 },
      { name: 'obtainedOn', kind: 'date', label: 'field.obtainedOn' },
      { name: 'text', kind: 'text', label: 'field.evidenceText', max: 10_000, rows: 6 },
    ],
  },
  {
    ...recording,
    id: 'propose',
    policy: 'case.propose',
    path: path('conclusions'),
    fields: (_matter, { say }) => [
      {
        name: 'conclusion',
        kind: 'choice',
        label: 'field.conclusion',
        options: (['upheld', 'partly_upheld', 'dismissed'] as const).map((value) => ({
          value,
          label: say(`conclusion.${value}`),
        })),
      },
      { name: 'findings', kind: 'text', label: 'field.findings', max: 20_000, rows: 8 },
      { name: 'law', kind: 'text', label: 'field.law', max: 2000, rows: 2 },
      { name: 'measures', kind: 'text', label: 'field.measures', max: 10_000, rows: 4 },
    ],
  },
  {
    id: 'case-note',
    service: 'investigation',
    policy: 'case.note',
    roles: ['verifier', 'head'],
    when: ({ matter }) => matter.investigation !== undefined,
    path: path('notes'),
    fields: () => [{ name: 'text', kind: 'text', label: 'field.note', max: 5000 }],
    loose: true,
    minor: true,
  },
];
