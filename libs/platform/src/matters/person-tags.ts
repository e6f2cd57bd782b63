import type { Vault } from '@minh-bach/vault';
import type { Organisation } from '../organisation/organisation.ts';
import { EVERYBODY } from './followed-facts.ts';

/**
 * A person whom a petition names stands in events, messages and rows as a keyed hash. The key is the
 * vault's: a copy of the database names nobody.
 */
export class PersonTags {
  readonly #tags = new Map<string, Promise<string>>();

  constructor(
    private readonly vault: Pick<Vault, 'blindIndex'>,
    private readonly organisation: Organisation,
  ) {}

  of(person: string): Promise<string> {
    const known = this.#tags.get(person);
    if (known) return known;
    const tag = this.vault.blindIndex('person', person);
    this.#tags.set(person, tag);
    tag.catch(() => this.#tags.delete(person));
    return tag;
  }

  /** The people of the directory who have these tags. */
  async people(tags: readonly string[]): Promise<string[]> {
    if (tags.length === 0) return [];
    const everybody = await this.organisation.people();
    if (tags.includes(EVERYBODY)) return everybody;
    const theirs = await Promise.all(everybody.map((person) => this.of(person)));
    return everybody.filter((_, i) => tags.includes(theirs[i]!));
  }
}
