import type { Matter } from '../../api/types.ts';
import type { Action } from './action.ts';

const path = (what: string) => (matter: Matter) => `/cases/${matter.response?.case}/${what}`;
const is =
  (state: string) =>
  ({ matter }: { matter: Matter }) =>
    matter.response?.state === state;

/** What is told to whom after the conclusion. */
export const responseActions: readonly Action[] = [
  {
    id: 'issue',
    service: 'response',
    policy: 'response.issue',
    roles: ['head'],
    reaches: ({ matter, post }) => matter.response?.issuing?.id === post.unit,
    when: is('requested'),
    path: path('decision'),
    people: 'head',
    fields: (_matter, { people, say }) => [
      { name: 'decisionNumber', kind: 'line', label: 'field.decisionNumber', max: 60 },
      { name: 'issuedOn', kind: 'date', label: 'field.issuedOn' },
      {
        name: 'signer',
        kind: 'search',
        of: 'people',
        label: 'field.signer',
        options: people.map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        name: 'conclusion',
        kind: 'choice',
        label: 'field.conclusion',
        options: (['upheld', 'partly_upheld', 'dismissed'] as const).map((value) => ({
          value,
          label: say(`conclusion.${value}`),
        })),
      },
      { name: 'text', kind: 'text', label: 'field.decisionText', max: 20_000, rows: 8 },
    ],
  },
  {
    id: 'send',
    service: 'response',
    policy: 'response.send',
    roles: ['clerk'],
    when: is('issued'),
    path: path('sending'),
    fields: (_matter, { say }) => [
      {
        name: 'method',
        kind: 'choice',
        label: 'field.method',
        options: (['in_person', 'registered_post', 'posting'] as const).map((value) => ({
          value,
          label: say(`sending.${value}`),
        })),
      },
      { name: 'sentOn', kind: 'date', label: 'field.sentOn' },
      {
        name: 'addressee',
        kind: 'line',
        label: 'field.addressee',
        hint: 'field.addresseeHint',
        max: 500,
      },
    ],
  },
  {
    id: 'deliver',
    service: 'response',
    policy: 'response.send',
    roles: ['clerk'],
    when: is('sent'),
    path: path('delivery'),
    fields: () => [{ name: 'receivedOn', kind: 'date', label: 'field.receivedOn' }],
  },
  {
    id: 'close',
    service: 'response',
    policy: 'response.close',
    roles: ['clerk', 'head'],
    when: is('delivered'),
    path: path('closure'),
    fields: () => [],
  },
];
