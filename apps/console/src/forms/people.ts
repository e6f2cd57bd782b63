import { dayMonthYear, parseDate, today } from '../i18n/dates.ts';

/** A person in a form that names people; `on` as it is typed. */
export interface PersonRow {
  readonly unit: string;
  readonly on: string;
  /** Their id; empty until one is chosen. */
  readonly person: string;
  /** Their name, or what was typed while it matches nobody. */
  readonly name: string;
  /** Named before. */
  readonly kept?: true;
}

/** The value of the field: forms hold text. */
export const valueOf = (rows: readonly PersonRow[]): string =>
  rows.length === 0 ? '' : JSON.stringify(rows);
export const rowsOf = (value: unknown): readonly PersonRow[] =>
  typeof value === 'string' && value !== '' ? (JSON.parse(value) as PersonRow[]) : [];

export const keptPeople = (
  people: readonly { readonly id: string; readonly name: string; readonly on: string }[],
): string =>
  valueOf(
    people.map(({ id, name, on }) => ({
      unit: '',
      on: dayMonthYear(on),
      person: id,
      name,
      kept: true,
    })),
  );

const isEmpty = ({ unit, on, name }: PersonRow): boolean => `${unit}${on}${name}`.trim() === '';

/** A row that was begun and names nobody yet, or on a day that is none. */
export const isUnfinished = (row: PersonRow): boolean => {
  const on = parseDate(row.on);
  return !isEmpty(row) && (row.person === '' || on === undefined || on > today());
};

/** As the command takes them. */
export const peopleSent = (value: unknown) =>
  rowsOf(value)
    .filter((row) => !isEmpty(row))
    .map(({ person, on }) => ({ person, on: parseDate(on) ?? on }));
