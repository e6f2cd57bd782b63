import type { LocalizedText } from '../localized.ts';
import type { Respondents } from '../respondents.ts';
import type { Role } from '../roles.ts';
import type { MatterParts } from './situation.ts';

/** What a field asks for; each kind is one shape in the body and one input in the form. */
export type FieldKind =
  | { readonly kind: 'line'; readonly max: number }
  | { readonly kind: 'text'; readonly max: number; readonly rows?: number }
  /** A day, not after today. */
  | { readonly kind: 'date'; /** Forms begin with the day of today. */ readonly today?: true }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, LocalizedText>> }
  /** A choice among whole numbers. */
  | { readonly kind: 'number-choice'; readonly options: Readonly<Record<number, LocalizedText>> }
  | { readonly kind: 'unit' }
  /** Of the asker's unit, in this role. */
  | { readonly kind: 'person'; readonly role: Role }
  /** Has to be ticked; what is said where it is not. */
  | { readonly kind: 'confirmed'; readonly missing: LocalizedText }
  /** Ticked or not; `false` where it is left out. */
  | { readonly kind: 'flag' }
  /** Whole, from 1. */
  | { readonly kind: 'count'; readonly max: number }
  /** One of those that the page of the matter shows, by its number. */
  | { readonly kind: 'item'; readonly among: (matter: MatterParts) => readonly Item[] }
  /** Files that were uploaded to the command's service a moment before; none where it is left out. */
  | { readonly kind: 'files'; readonly max: number }
  /** Whole, from 1; no form asks for it. */
  | { readonly kind: 'ordinal' }
  /** Units and people that a petition names beside the unit complained of. */
  | { readonly kind: 'respondents' };

export interface Item {
  readonly value: number;
  readonly label: LocalizedText;
}

interface Told {
  readonly label: LocalizedText;
  readonly hint?: LocalizedText;
}

/** What the body holds where the field is left out: `null`, or no such member. */
type Absence = 'required' | 'null' | 'absent' | 'null-or-absent';

/**
 * A field of a command's body as data: the shape that the door checks and the input of the form both
 * come from it. `Value` is its type in the body.
 */
export type Field<Value = unknown> = FieldKind &
  Told & {
    readonly absence: Absence;
    /** For types only. */
    readonly value?: Value;
  };

export type Fields = Readonly<Record<string, Field>>;

type More = Pick<Told, 'hint'>;

const make = <Value>(kind: FieldKind, label: LocalizedText, more: More = {}): Field<Value> => ({
  ...kind,
  label,
  ...more,
  absence: 'required',
});

/** One line, of at most so many characters. */
export const line = (max: number, label: LocalizedText, more?: More) =>
  make<string>({ kind: 'line', max }, label, more);

/** Text on several lines. */
export const text = (
  max: number,
  label: LocalizedText,
  { rows, ...more }: More & { rows?: number } = {},
) => make<string>({ kind: 'text', max, ...(rows === undefined ? {} : { rows }) }, label, more);

export const date = (label: LocalizedText, { today, ...more }: More & { today?: true } = {}) =>
  make<string>({ kind: 'date', ...(today && { today }) }, label, more);

export const choice = <Value extends string>(
  options: Readonly<Record<Value, LocalizedText>>,
  label: LocalizedText,
  more?: More,
) => make<Value>({ kind: 'choice', options }, label, more);

export const numberChoice = <Value extends number>(
  options: Readonly<Record<Value, LocalizedText>>,
  label: LocalizedText,
) => make<Value>({ kind: 'number-choice', options }, label);

export const unit = (label: LocalizedText, more?: More) =>
  make<string>({ kind: 'unit' }, label, more);

export const person = (role: Role, label: LocalizedText) =>
  make<string>({ kind: 'person', role }, label);

export const confirmed = (label: LocalizedText, missing: LocalizedText) =>
  make<true>({ kind: 'confirmed', missing }, label);

export const flag = (label: LocalizedText) => make<boolean>({ kind: 'flag' }, label);

export const respondents = (label: LocalizedText) =>
  make<Respondents>({ kind: 'respondents' }, label);

export const ordinal = (label: LocalizedText) => make<number>({ kind: 'ordinal' }, label);

/** A whole number of things. */
export const count = (max: number, label: LocalizedText, more?: More) =>
  make<number>({ kind: 'count', max }, label, more);

export const item = (among: (matter: MatterParts) => readonly Item[], label: LocalizedText) =>
  make<number>({ kind: 'item', among }, label);

/** Their ids, as the answers to their uploads say them. */
export const files = (max: number, label: LocalizedText, more?: More) =>
  make<readonly string[]>({ kind: 'files', max }, label, more);

/** May be left out, and is `null` then. */
export const orNull = <Value>(field: Field<Value>): Field<Value | null> => ({
  ...(field as Field<Value | null>),
  absence: 'null',
});

/** May be left out, and the body then has no such member. */
export const orAbsent = <Value>(field: Field<Value>): Field<Value | undefined> => ({
  ...(field as Field<Value | undefined>),
  absence: 'absent',
});

/** May be left out, or be `null`; the two say different things. */
export const orNullOrAbsent = <Value>(field: Field<Value>): Field<Value | null | undefined> => ({
  ...(field as Field<Value | null | undefined>),
  absence: 'null-or-absent',
});
