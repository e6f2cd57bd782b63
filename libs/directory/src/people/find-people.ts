import { DomainError } from '@minh-bach/kernel';
import { PersonRow, TenureRow } from '@minh-bach/platform';
import type { DataSource } from 'typeorm';

export interface PeopleAsked {
  readonly unit?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Without marks, as people type: `hoang` finds Hoàng, `d` finds đ. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

const BY_WORDS = new Intl.Collator('vi');
const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** As a Vietnamese list of people stands: by given name, then by the whole name. */
const byName = (a: PersonRow, b: PersonRow): number =>
  BY_WORDS.compare(givenName(a.name), givenName(b.name)) ||
  BY_WORDS.compare(a.name, b.name) ||
  (a.id < b.id ? -1 : 1);

/** Each word that is looked for begins one of the name, or stands in the id or the account. */
function isFound({ name, id, subject }: PersonRow, words: readonly string[]): boolean {
  const held = fold(name).split(/\s+/);
  return words.every(
    (word) =>
      held.some((one) => one.startsWith(word)) || id.includes(word) || fold(subject).includes(word),
  );
}

/**
 * One page of the people of the directory. They are as many as officers: sorted and searched in memory, by
 * rules that PostgreSQL has only with extensions.
 *
 * @throws DomainError `BAD_CURSOR`
 */
export async function findPeople(rows: DataSource, { unit, q, cursor, limit }: PeopleAsked) {
  const query = rows.getRepository(PersonRow).createQueryBuilder('person');
  if (unit !== undefined)
    query.where((outer) => {
      const held = outer.subQuery().select('held.person').from(TenureRow, 'held');
      return `person.id IN ${held.where('held.unit = :unit', { unit }).getQuery()}`;
    });
  if (unit !== undefined) query.setParameter('unit', unit);
  const words = fold(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = (await query.getMany()).filter((one) => isFound(one, words)).sort(byName);
  const at = cursor === undefined ? -1 : found.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && at < 0) throw new DomainError('BAD_CURSOR');
  const items = found.slice(at + 1, at + 1 + limit);
  const isLast = at + 1 + limit >= found.length;
  return {
    people: items,
    nextCursor: isLast ? null : (items.at(-1)?.id ?? null),
    total: cursor === undefined ? found.length : null,
  };
}
