import type { Matter, Role } from '../../api/types.ts';
import type { Field } from '../../forms/fields.ts';
import { keptPeople } from '../../forms/people.ts';
import type { Action, Choices } from './action.ts';
import { namedBody, otherUnits } from './named.ts';

const KINDS = ['complaint', 'denunciation', 'petition', 'feedback'] as const;

const path = (what: string) => (matter: Matter) => `/petitions/${matter.triage?.number}/${what}`;

const base = {
  service: 'triage',
  policy: 'petition.decide',
  roles: ['classifier', 'head', 'auditor'],
  reaches: ({ matter }) => matter.triage?.handling.isMine === true,
  when: ({ matter }) => matter.triage?.state === 'classified' && !matter.triage.proposed,
} as const satisfies Partial<Action>;

const reason: Field = { name: 'reason', kind: 'text', label: 'field.reason', max: 2000, rows: 3 };
const competentBody: Field = {
  name: 'competentBody',
  kind: 'line',
  label: 'field.competentBody',
  max: 200,
};

/** Where the registration names none: whom it is against may show only from what was written. */
const respondentUnit = (choices: Choices): Field => ({
  name: 'respondentUnit',
  kind: 'search',
  of: 'units',
  label: 'register.respondentUnit',
  hint: 'field.respondentHint',
  options: unitOptions(choices),
  optional: true,
});

/** Who decides otherwise than is proposed says why. */
const proposes = (triage: Matter['triage'], outcome: string): boolean =>
  triage?.proposal?.outcomes.some(({ code }) => code === outcome) ?? false;

const isDenunciation = ({ triage }: Matter): boolean => triage?.kind === 'denunciation';

const settle = (id: 'not_accepted' | 'guided' | 'transferred' | 'filed'): Action => ({
  ...base,
  id,
  title: `action.${id}`,
  path: path('settlement'),
  fields: (matter, { name }) => {
    if (id === 'filed' || id === 'not_accepted') return [reason];
    const unit = matter.triage?.proposal?.jurisdiction?.unit;
    const elsewhere = unit && unit.id !== matter.triage?.unit.id;
    return [elsewhere ? { ...competentBody, initial: name(unit.name) } : competentBody, reason];
  },
  toBody: (body) => ({ competentBody: null, ...body, outcome: id }),
  // One person alone ends no denunciation.
  label: ({ matter }) => (isDenunciation(matter) ? `propose.${id}` : undefined),
  effect: (matter) => (isDenunciation(matter) ? 'propose.effect' : undefined),
});

/** People to whom the matter is shown from above may answer: what is not below them, they do not see. */
const answering = {
  service: 'triage',
  policy: 'petition.confirm-decision',
  roles: ['classifier', 'head', 'auditor'],
  reaches: ({ matter, post }) =>
    matter.triage?.handling.isMine === true || !post.roles.includes('auditor'),
} as const satisfies Partial<Action>;

const proposerOf = ({ triage }: Matter): string | undefined => triage?.proposed?.by.id;

/** What is no denunciation any more takes a second person; so it may be proposed again. */
const mayClassify = ({ triage }: Matter): boolean =>
  triage !== undefined &&
  !triage.proposed &&
  (triage.state === 'taken' || (triage.state === 'classified' && triage.kind === 'denunciation'));

const mayDecide = (roles: readonly Role[]): boolean =>
  base.roles.some((role) => roles.includes(role));

/** What triage decides on a petition. */
export const petitionActions: readonly Action[] = [
  {
    id: 'classify',
    title: 'action.classify',
    service: 'triage',
    policy: 'petition.classify',
    roles: base.roles,
    reaches: base.reaches,
    when: ({ matter }) => mayClassify(matter),
    path: path('classification'),
    fields: ({ triage }, choices) => [
      {
        name: 'kind',
        kind: 'choice',
        label: 'field.kind',
        hint: triage?.kind === 'denunciation' ? 'field.kindHintDenunciation' : 'field.kindHint',
        initial: triage?.kind ?? '',
        options: KINDS.map((value) => ({ value, label: choices.say(`kind.${value}`) })),
      },
      {
        ...reason,
        label: 'field.reasonClassify',
        optional: ({ kind }) => kind === '' || kind === triage?.kind,
      },
      ...(triage?.respondentRegistered === false ? [respondentUnit(choices)] : []),
    ],
  },
  {
    ...answering,
    id: 'decision-confirm',
    title: 'action.decision-confirm',
    // Two persons: never the one who proposed it.
    when: ({ matter, person }) => ![undefined, person].includes(proposerOf(matter)),
    path: path('decision-confirmation'),
    fields: () => [{ ...reason, name: 'note', label: 'field.note', optional: true }],
    toBody: ({ note }) => ({ note: note === '' ? null : (note ?? null) }),
  },
  {
    ...answering,
    id: 'decision-decline',
    title: 'action.decision-decline',
    label: ({ matter, person }) => (proposerOf(matter) === person ? 'action.withdraw' : undefined),
    when: ({ matter }) => proposerOf(matter) !== undefined,
    path: path('decision-refusal'),
    fields: () => [{ ...reason, name: 'note' }],
  },
  {
    ...base,
    id: 'accept',
    title: 'action.accept',
    path: path('acceptance'),
    fields: ({ triage }, choices) => [
      {
        name: 'instance',
        kind: 'choice',
        label: 'field.instance',
        initial: '1',
        options: [
          { value: '1', label: choices.say('matter.instance1') },
          { value: '2', label: choices.say('matter.instance2') },
        ],
      },
      {
        name: 'competentUnit',
        kind: 'search',
        of: 'units',
        label: 'field.competentUnit',
        initial: triage?.unit.id ?? '',
        options: unitOptions(choices),
      },
      {
        name: 'conditionsMet',
        kind: 'check',
        label: 'field.conditions',
        must: 'field.conditionsMissing',
      },
      { ...reason, hint: 'panel.reasonIfOther', optional: proposes(triage, 'accept') },
    ],
    toBody: (body) => ({ ...body, instance: Number(body['instance']) }),
  },
  settle('not_accepted'),
  settle('guided'),
  settle('transferred'),
  settle('filed'),
  {
    id: 'call-denunciation',
    title: 'action.call-denunciation',
    service: 'triage',
    policy: 'petition.call-denunciation',
    roles: ['classifier', 'head', 'denunciation-officer'],
    // At any time and from above: it closes. Who may classify it says so by classifying.
    reaches: (situation) =>
      !(
        mayClassify(situation.matter) &&
        base.reaches(situation) &&
        mayDecide(situation.post.roles)
      ),
    when: ({ matter }) => matter.triage !== undefined && !isDenunciation(matter),
    path: path('denunciation'),
    fields: ({ triage }, choices) => [
      reason,
      ...(triage?.respondentRegistered === false ? [respondentUnit(choices)] : []),
    ],
    effect: () => 'callDenunciation.effect',
    minor: true,
  },
  {
    id: 'correct-respondents',
    title: 'action.correct-respondents',
    service: 'triage',
    policy: 'petition.correct-respondents',
    roles: ['classifier', 'head', 'denunciation-officer'],
    // Only its unit and those above are shown it; theirs it is to correct.
    reaches: () => true,
    when: ({ matter }) => matter.triage !== undefined,
    path: path('respondents'),
    fields: ({ triage }, choices) => [
      {
        ...respondentUnit(choices),
        hint: 'field.correctHint',
        initial: triage?.respondentUnit?.id ?? '',
      },
      // One more than there are, to name another.
      ...[...otherUnits(triage), ''].map((initial, i) => ({
        ...respondentUnit(choices),
        name: `units/${i}`,
        label: 'field.otherRespondentUnit' as const,
        hint: 'field.otherRespondentUnitHint' as const,
        initial,
      })),
      {
        name: 'people',
        kind: 'people',
        label: 'matter.respondentPeople',
        units: unitOptions(choices),
        most: 20,
        initial: keptPeople(triage?.respondents.people ?? []),
        optional: true,
      },
      reason,
    ],
    toBody: namedBody,
    minor: true,
  },
  {
    id: 'petition-note',
    title: 'action.petition-note',
    service: 'triage',
    policy: 'petition.note',
    roles: base.roles,
    reaches: base.reaches,
    // Once there is a case, notes are the case's.
    when: ({ matter }) => matter.triage !== undefined && matter.investigation === undefined,
    path: path('notes'),
    fields: () => [{ name: 'text', kind: 'text', label: 'field.note', max: 5000 }],
    loose: true,
    minor: true,
  },
];

export const unitOptions = ({ units, name }: Choices) =>
  units.map(({ id, name: both }) => ({ value: id, label: name(both), code: id }));
