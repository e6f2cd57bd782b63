import type { Field, Option } from '../forms/fields.ts';
import type { Say } from '../i18n/language.tsx';
import { dayMonthYear, today } from '../i18n/dates.ts';
import type { MessageId } from '../i18n/vi/index.ts';

const options = <V extends string>(say: Say, group: string, values: readonly V[]): Option[] =>
  values.map((value) => ({ value, label: say(`${group}.${value}` as Parameters<Say>[0]) }));

const kinds = ['complaint', 'denunciation', 'petition', 'feedback'] as const;
const channels = ['in_person', 'post', 'petition_box', 'forwarded'] as const;
const senders = ['individual', 'enterprise', 'agency'] as const;

/** What is on the paper. */
export const paperFields = (say: Say): readonly Field[] => [
  {
    name: 'declaredKind',
    kind: 'choice',
    label: 'register.kind',
    hint: 'field.kindHint',
    options: options(say, 'kind', kinds),
  },
  {
    name: 'channel',
    kind: 'choice',
    label: 'register.channel',
    options: options(say, 'channel', channels),
  },
  {
    name: 'receivedOn',
    half: true,
    kind: 'date',
    label: 'register.receivedOn',
    initial: dayMonthYear(today()),
  },
  { name: 'datedOn', half: true, kind: 'date', label: 'register.datedOn', optional: true },
  { name: 'signed', kind: 'check', label: 'register.signed', hint: 'register.signedHint' },
  { name: 'legible', kind: 'check', label: 'register.legible', initial: true },
];

/** Sealed from the first event. */
export const senderFields = (say: Say, senderKind: string): readonly Field[] => [
  {
    name: 'senderKind',
    kind: 'choice',
    label: 'register.senderKind',
    options: options(say, 'sender', senders),
  },
  {
    name: 'sender/name',
    kind: 'line',
    label:
      senderKind === '' || senderKind === 'individual'
        ? 'register.name'
        : 'register.nameOrganisation',
    max: 200,
  },
  { name: 'sender/address', kind: 'line', label: 'register.address', max: 500, optional: true },
  {
    name: 'sender/phone',
    half: true,
    kind: 'line',
    type: 'tel',
    label: 'register.phone',
    max: 30,
    optional: true,
  },
  {
    name: 'sender/email',
    half: true,
    kind: 'line',
    type: 'email',
    label: 'register.email',
    max: 200,
    optional: true,
  },
  { name: 'sender/idNumber', kind: 'line', label: 'register.idNumber', max: 30, optional: true },
];

const gist: Field = {
  name: 'gist',
  kind: 'line',
  label: 'register.gist',
  hint: 'register.gistHint',
  max: 200,
  optional: true,
};

/** Whom a denunciation is about, it is kept from. */
const respondentPeople = (units: readonly Option[]): Field => ({
  name: 'respondents/people',
  kind: 'people',
  label: 'field.respondentPeople',
  hint: 'field.respondentPeopleHint',
  units,
  most: 20,
  optional: true,
});

const HINTS: Readonly<Record<string, MessageId>> = {
  complaint: 'register.summaryHint.complaint',
  denunciation: 'register.summaryHint.denunciation',
};

/** What a denunciation says is nowhere in the open: it has no gist. */
export const contentFields = (units: readonly Option[], kind: string): readonly Field[] => [
  {
    name: 'respondentUnit',
    kind: 'search',
    of: 'units',
    label: 'register.respondentUnit',
    options: units,
    optional: true,
  },
  kind === 'denunciation' ? respondentPeople(units) : gist,
  {
    name: 'summary',
    kind: 'text',
    label: 'register.summary',
    hint: HINTS[kind] ?? 'register.summaryHint',
    max: 10_000,
    rows: 8,
  },
];
