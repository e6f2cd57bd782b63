import { serviceOf } from '@minh-bach/contracts/browser';
import type { ActionForm, Asked, PageCommand } from '@minh-bach/contracts/browser';
import type { Matter } from '../../api/types.ts';
import type { Field, Option } from '../../forms/fields.ts';
import type { Choices } from './action.ts';
import { dayMonthYear, today } from '../../i18n/dates.ts';
import { respondentFields } from './named.ts';

type Declared = PageCommand['body'][string];

/** The fields that a form of the contract asks for, as inputs. */
export function fieldsOf(
  { body, route }: PageCommand,
  { asks }: ActionForm,
  matter: Matter,
  choices: Choices,
): Field[] {
  const asked = asks?.(matter) ?? Object.keys(body);
  return asked.flatMap((one): Field[] => {
    const {
      of: name,
      initial,
      only,
      ...over
    }: Asked<string> = typeof one === 'string' ? { of: one } : one;
    const declared = body[name];
    if (!declared || declared.kind === 'ordinal') return [];
    if (declared.kind === 'respondents')
      return respondentFields(matter, declared.label, unitOptions(choices));
    if (declared.kind === 'item') return [itemField(name, declared, matter, choices)];
    const { label, hint, absence } = declared;
    return [
      {
        name,
        label,
        ...(hint && { hint }),
        ...(absence === 'required' ? {} : { optional: true }),
        ...inputOf(declared, choices, only),
        ...(declared.kind === 'files' && { service: serviceOf({ route }) }),
        ...over,
        ...(initial !== undefined &&
          mayBegin(declared, initial, choices) && {
            initial: typeof initial === 'string' ? initial : choices.name(initial),
          }),
      } as Field,
    ];
  });
}

/** Somebody who is not to be chosen is not proposed. */
const mayBegin = ({ kind }: Declared, initial: unknown, { people }: Choices): boolean =>
  kind !== 'person' || people.some(({ id }) => id === initial);

function inputOf(
  field: Exclude<Declared, { kind: 'ordinal' | 'respondents' | 'item' }>,
  choices: Choices,
  only?: readonly string[],
) {
  switch (field.kind) {
    case 'line':
      return { kind: 'line', max: field.max };
    case 'text':
      return { kind: 'text', max: field.max, ...(field.rows && { rows: field.rows }) };
    case 'date':
      return { kind: 'date', ...(field.today && { initial: dayMonthYear(today()) }) };
    case 'choice':
    case 'number-choice': {
      const options = Object.entries(field.options).map(([value, label]): Option => ({
        value,
        label: choices.name(label),
      }));
      return {
        kind: 'choice',
        options: options.filter(({ value }) => only?.includes(value) ?? true),
      };
    }
    case 'unit':
      return { kind: 'search', of: 'units', options: unitOptions(choices) };
    case 'person': {
      const options = choices.people.map(({ id, name }) => ({ value: id, label: name }));
      return { kind: 'search', of: 'people', options };
    }
    case 'count':
      return { kind: 'count', max: field.max };
    case 'files':
      return { kind: 'files', max: field.max, optional: true };
    case 'flag':
      return { kind: 'check' };
    case 'confirmed':
      return { kind: 'check', must: field.missing };
  }
}

/** One of those that the page shows. */
const itemField = (
  name: string,
  { label, among }: Extract<Declared, { kind: 'item' }>,
  matter: Matter,
  choices: Choices,
): Field => ({
  name,
  label,
  kind: 'choice',
  options: among(matter).map((one) => ({
    value: String(one.value),
    label: choices.name(one.label),
  })),
});

const NUMBERS: readonly (string | undefined)[] = ['number-choice', 'item'];

const unitOptions = ({ units, name }: Choices): Option[] =>
  units.map(({ id, name: both }) => ({ value: id, label: name(both), code: id }));

/** Forms hold text: what the command takes as a number is sent as one. */
export const numbersIn = (
  { body: fields }: PageCommand,
  body: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      NUMBERS.includes(fields[name]?.kind) ? Number(value) : value,
    ]),
  );
