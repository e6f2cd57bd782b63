import type { ActionForm, Asked, CommandDefinition } from '@minh-bach/contracts/browser';
import type { Matter } from '../../api/types.ts';
import type { Field, Option } from '../../forms/fields.ts';
import type { Choices } from './action.ts';

type Declared = CommandDefinition['body'][string];

/** The fields that a form of the contract asks for, as inputs. */
export function fieldsOf(
  { body }: CommandDefinition,
  { asks }: ActionForm,
  matter: Matter,
  choices: Choices,
): Field[] {
  const asked = asks?.(matter) ?? Object.keys(body).filter((name) => canAsk(body[name]));
  return asked.map((one) => {
    const { of: name, ...over }: Asked<string> = typeof one === 'string' ? { of: one } : one;
    const declared = body[name];
    if (!declared) throw new Error(`no field ${name}`);
    const { label, hint, absence } = declared;
    return {
      name,
      label,
      ...(hint && { hint }),
      ...(absence === 'required' ? {} : { optional: true }),
      ...inputOf(declared, choices),
      ...over,
    } as Field;
  });
}

const canAsk = (field: Declared | undefined): boolean =>
  field !== undefined && field.kind !== 'ordinal' && field.kind !== 'respondents';

function inputOf(field: Declared, { name, units, people }: Choices) {
  switch (field.kind) {
    case 'line':
      return { kind: 'line', max: field.max };
    case 'text':
      return { kind: 'text', max: field.max, ...(field.rows && { rows: field.rows }) };
    case 'date':
      return { kind: 'date' };
    case 'choice':
    case 'number-choice': {
      const options = Object.entries(field.options).map(([value, label]): Option => ({
        value,
        label: name(label),
      }));
      return { kind: 'choice', options };
    }
    case 'unit': {
      const options = units.map(({ id, name: both }) => ({
        value: id,
        label: name(both),
        code: id,
      }));
      return { kind: 'search', of: 'units', options };
    }
    case 'person': {
      const options = people.map(({ id, name: label }) => ({ value: id, label }));
      return { kind: 'search', of: 'people', options };
    }
    case 'confirmed':
      return { kind: 'check', must: field.missing };
    case 'ordinal':
    case 'respondents':
      throw new Error(`no input for ${field.kind}`);
  }
}

/** Forms hold text: what the command takes as a number is sent as one. */
export const numbersIn = (
  { body: fields }: CommandDefinition,
  body: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      fields[name]?.kind === 'number-choice' ? Number(value) : value,
    ]),
  );
