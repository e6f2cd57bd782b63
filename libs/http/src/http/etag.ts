import { DomainError } from '@minh-bach/kernel';

/** The strong entity tag of a stream at a revision. */
export const etagOf = (revision: number): string => `"${revision}"`;

/**
 * @returns the revision; undefined without the header
 * @throws DomainError `IF_MATCH_MALFORMED` for a weak tag, a list, `*` and anything else
 */
export function ifMatchOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const [, revision] = /^"(0|[1-9]\d{0,14})"$/.exec(header) ?? [];
  if (revision === undefined) throw new DomainError('IF_MATCH_MALFORMED');
  return Number(revision);
}
