import { dayMonthYear, parseDate, today } from '../i18n/dates.ts';
import type { Label, SayLabel } from '../i18n/language.tsx';
import { isUnfinished, peopleSent, rowsOf } from './people.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** What else it is known by; searched as the label is. */
  readonly code?: string;
  /** What it means, under the label of one among several. */
  readonly hint?: string;
}

interface Common {
  /** Where it is in the body, e.g. `sender/name`: the pointer of the server's errors without its slash. */
  readonly name: string;
  readonly label: Label;
  readonly hint?: Label;
  /** Or when it is: by what the other fields hold. */
  readonly optional?: boolean | ((values: Values) => boolean);
  readonly initial?: string | boolean;
  /** Shares its line with the next where there is room. */
  readonly half?: true;
}

/** A field of a form as data: what it looks like, what it takes, where it goes. */
export type Field = Common &
  (
    | { readonly kind: 'line'; readonly max: number; readonly type?: 'tel' | 'email' }
    | { readonly kind: 'text'; readonly max: number; readonly rows?: number }
    | { readonly kind: 'date'; readonly future?: boolean }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | {
        /** One or more of them: their values with commas between. */
        readonly kind: 'several';
        readonly options: readonly Option[];
      }
    | {
        /** Its value is one of the options', or what was typed while that matches none. */
        readonly kind: 'search';
        readonly of: 'units' | 'people';
        readonly options: readonly Option[];
      }
    | {
        /** People of units, each with a day: none, or as many as are added. */
        readonly kind: 'people';
        readonly units: readonly Option[];
        readonly most: number;
      }
    | {
        /** A whole number from 1. */
        readonly kind: 'count';
        readonly max: number;
      }
    | {
        /** Files that are uploaded at once: their ids with commas between, and one sign for what is on its way. */
        readonly kind: 'files';
        readonly max: number;
        readonly service: 'intake' | 'investigation';
      }
    | { readonly kind: 'check'; readonly must?: Label }
  );

export type Values = Record<string, string | boolean>;

export const initialValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(
    fields.map(({ name, kind, initial }) => [name, initial ?? (kind === 'check' ? false : '')]),
  );

export const isOptional = ({ optional = false }: Field, values: Values): boolean =>
  typeof optional === 'function' ? optional(values) : optional;

/** @returns a sentence for each field that cannot be sent so; the server checks again */
export function findErrors(
  fields: readonly Field[],
  values: Values,
  say: SayLabel,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const error = errorOf(field, values, say);
    if (error !== undefined) errors[field.name] = error;
  }
  return errors;
}

function errorOf(field: Field, values: Values, say: SayLabel): string | undefined {
  const label = say(field.label);
  const value = values[field.name] ?? '';
  if (field.kind === 'check')
    return field.must !== undefined && value !== true ? say(field.must) : undefined;
  const typed = String(value ?? '').trim();
  if (typed === '') {
    if (isOptional(field, values)) return undefined;
    const choosing = ['choice', 'search', 'several'].includes(field.kind);
    return say(choosing ? 'errors.choose' : 'errors.required', { field: lowerFirst(label) });
  }
  if (field.kind === 'people')
    return rowsOf(value).some(isUnfinished) ? say('errors.people', { field: label }) : undefined;
  if (field.kind === 'date') {
    const date = parseDate(typed);
    if (date === undefined)
      return looksLikeDay(typed)
        ? say('errors.noSuchDay', { field: label, typed })
        : say('errors.dateOf', { field: label });
    return !field.future && date > today()
      ? say('errors.futureOf', { field: label, today: dayMonthYear(today()) })
      : undefined;
  }
  if (field.kind === 'search')
    return field.options.some((option) => option.value === typed)
      ? undefined
      : say('errors.unmatched', { field: label, typed });
  if (field.kind === 'files')
    return severalOf(typed).includes(ON_ITS_WAY) ? say('files.wait') : undefined;
  if (field.kind === 'count')
    return /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= field.max
      ? undefined
      : say('errors.count', { field: label, max: field.max });
  if (field.kind !== 'line' && field.kind !== 'text') return undefined;
  if (typed.length > field.max) return say('errors.tooLong', { field: label, max: field.max });
  return field.kind === 'line' && /[\r\n\t]/.test(typed)
    ? say('errors.oneLine', { field: label })
    : undefined;
}

/** Stands among the ids while a file is still coming, or was refused and is still shown: nobody should believe that it went along. */
export const ON_ITS_WAY = '…';

const looksLikeDay = (typed: string): boolean => /^\d{1,2}\D\d{1,2}\D\d{2,4}$/.test(typed);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The body that a command takes: nested by name, dates as ISO, nothing typed as `null`. */
export function bodyOf(fields: readonly Field[], values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const path = field.name.split('/');
    const last = path.pop() ?? '';
    const place = path.reduce<Record<string, unknown>>(
      (inside, key) => (inside[key] ??= {}) as Record<string, unknown>,
      body,
    );
    place[last] = sent(field, values[field.name]);
  }
  return body;
}

function sent({ kind }: Field, value: string | boolean | undefined): unknown {
  if (kind === 'people') return peopleSent(value);
  if (kind === 'several' || kind === 'files') return severalOf(value);
  if (typeof value === 'boolean' || kind === 'check') return value === true;
  const typed = (value ?? '').trim();
  if (typed === '') return null;
  if (kind === 'count') return Number(typed);
  return kind === 'date' ? (parseDate(typed) ?? typed) : typed;
}

/** Those chosen of several. */
export const severalOf = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== '' ? value.split(',') : [];

/** What was typed, in the words that the form showed. */
export function shown(field: Field, value: string | boolean | undefined, say: SayLabel): string {
  if (typeof value === 'boolean') return say(value ? 'common.yes' : 'common.no');
  const typed = (value ?? '').trim();
  if (typed === '') return say('conflict.nothing');
  if (field.kind === 'people')
    return rowsOf(typed)
      .map(({ name }) => name)
      .join('; ');
  if (field.kind === 'files') return say('files.shown', { n: severalOf(typed).length });
  if (field.kind === 'several')
    return field.options
      .filter((option) => severalOf(typed).includes(option.value))
      .map(({ label }) => label)
      .join('; ');
  if (field.kind === 'choice' || field.kind === 'search')
    return field.options.find((option) => option.value === typed)?.label ?? typed;
  const date = field.kind === 'date' ? parseDate(typed) : undefined;
  return date === undefined ? typed : dayMonthYear(date);
}
