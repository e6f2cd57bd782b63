import {
  CHANNEL_WORDS,
  FORWARDER_WORDS,
  KIND_WORDS,
  SENDER_WORDS,
  words,
  type LocalizedText,
} from '@minh-bach/contracts/browser';
import type { Field, Option } from '../forms/fields.ts';
import type { SayLabel } from '../i18n/language.tsx';
import { dayMonthYear, today } from '../i18n/dates.ts';
import type { MessageId } from '../i18n/catalogue.ts';

const options = (say: SayLabel, named: Readonly<Record<string, LocalizedText>>): Option[] =>
  Object.entries(named).map(([value, label]) => ({ value, label: say(label) }));

/** Of a paper that another body sent on: the law owes some of them a notice of the result. */
const forwarderFields = (say: SayLabel): readonly Field[] => [
  {
    name: 'forwardedBy/kind',
    kind: 'choice',
    label: words('Nơi chuyển đơn', 'Forwarded by'),
    options: options(say, FORWARDER_WORDS),
  },
  {
    name: 'forwardedBy/name',
    kind: 'line',
    label: words('Tên cơ quan, người chuyển đơn', 'Name of the forwarder'),
    hint: words(
      'Ghi như trong văn bản chuyển đơn, không ghi tên người gửi đơn.',
      'As in its letter. Never the name of the sender of the petition.',
    ),
    max: 200,
  },
  {
    name: 'forwardedBy/letter',
    half: true,
    kind: 'line',
    label: words('Số, ký hiệu văn bản chuyển', 'Number of its letter'),
    hint: words('Như trên văn bản, ví dụ 45/ĐĐBQH', 'As on the letter, e.g. 45/ĐĐBQH'),
    max: 100,
    optional: true,
  },
  {
    name: 'forwardedBy/sentOn',
    half: true,
    kind: 'date',
    label: words('Ngày văn bản chuyển', 'Date of its letter'),
    optional: true,
  },
];

/** What is on the paper. */
export const paperFields = (say: SayLabel, isForwarded: boolean): readonly Field[] => [
  {
    name: 'declaredKind',
    kind: 'choice',
    label: 'register.kind',
    hint: 'field.kindHint',
    options: options(say, KIND_WORDS),
  },
  {
    name: 'channel',
    kind: 'choice',
    label: 'register.channel',
    options: options(say, CHANNEL_WORDS),
  },
  ...(isForwarded ? forwarderFields(say) : []),
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
export const senderFields = (say: SayLabel, senderKind: string): readonly Field[] => [
  {
    name: 'senderKind',
    kind: 'choice',
    label: 'register.senderKind',
    options: options(say, SENDER_WORDS),
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
