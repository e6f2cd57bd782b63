import { DomainError, isCiphertext, type Ciphertext, type Compartment } from '@minh-bach/kernel';
import type { FieldToOpen } from './vault.ts';

/** An event's data as read, fields sealed. */
export interface SealedData {
  /** Whose keys: the matter's number. */
  readonly owner: string;
  readonly eventId: string;
  readonly data: unknown;
}

/** The sealed fields at these JSON pointers; what is absent or in clear there is left out. */
export const fieldsAt = (event: SealedData, paths: readonly string[]): FieldToOpen[] =>
  paths.flatMap((path) => {
    const sealed = at(event.data, path);
    return isCiphertext(sealed) ? [fieldOf(event, path, sealed)] : [];
  });

/** All sealed fields of a compartment, found by themselves, whatever the event's type. */
export function sealedFields(event: SealedData, compartment: Compartment): FieldToOpen[] {
  const found: FieldToOpen[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isCiphertext(value)) {
      if (value.$sealed === compartment) found.push(fieldOf(event, path, value));
      return;
    }
    for (const [name, inner] of Object.entries(value)) walk(inner, `${path}/${name}`);
  };
  walk(event.data, '');
  return found;
}

/** The data with opened values put in their places; `erased` stands where a key was destroyed. */
export function withOpened(
  event: SealedData,
  fields: readonly FieldToOpen[],
  values: readonly unknown[],
): unknown {
  if (fields.length !== values.length) throw new DomainError('FIELDS_AND_VALUES_DIFFER');
  const opened = new Map(fields.map((field, i) => [field.path, values[i]]));
  const copy = (value: unknown, path: string): unknown => {
    if (opened.has(path)) return opened.get(path);
    if (typeof value !== 'object' || value === null || isCiphertext(value)) return value;
    if (Array.isArray(value)) return value.map((item, i) => copy(item, `${path}/${i}`));
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, copy(inner, `${path}/${name}`)]),
    );
  };
  return copy(event.data, '');
}

const fieldOf = (event: SealedData, path: string, sealed: Ciphertext): FieldToOpen => ({
  owner: event.owner,
  eventId: event.eventId,
  path,
  sealed,
});

const at = (data: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined,
      data,
    );
