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
    return tags.length === 0 ? [] : peopleTagged(await this.everybody(), tags);
  }

  /** All people of the directory, by their tags. */
  async everybody(): Promise<ReadonlyMap<string, string>> {
    const people = await this.organisation.people();
    const tags = await Promise.all(people.map((person) => this.of(person)));
    return new Map(people.map((person, i) => [tags[i]!, person]));
  }
}

export function peopleTagged(
  everybody: ReadonlyMap<string, string>,
  tags: readonly string[],
): string[] {
  if (tags.includes(EVERYBODY)) return [...everybody.values()];
  return tags.map((tag) => everybody.get(tag)).filter((person) => person !== undefined);
}
