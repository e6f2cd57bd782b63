import { box, type Box } from '@minh-bach/sign-in';
import type { Pool } from 'pg';

/** Names of the directory, sealed at rest: only administrators read them, in the list of invitations. */
export class PeopleNames {
  readonly #box: Box;

  /** @param sealKey 32 bytes, base64url */
  constructor(
    private readonly pool: Pool,
    sealKey: string,
  ) {
    this.#box = box(Buffer.from(sealKey, 'base64url'));
  }

  seal(person: string, name: string): Buffer {
    return this.#box.seal(name, placeOf(person));
  }

  /** The id stands in for a name that was not told yet. */
  async of(people: readonly string[]): Promise<(person: string) => { id: string; name: string }> {
    const { rows } = await this.pool.query<{ person: string; name: Buffer }>(
      'SELECT person, name FROM signin.people WHERE person = ANY ($1) AND name IS NOT NULL',
      [people],
    );
    const names = new Map(rows.map(({ person, name }) => [person, this.#open(person, name)]));
    return (id) => ({ id, name: names.get(id) ?? id });
  }

  /** Sealed under an earlier key: it comes anew with the person's next change. */
  #open(person: string, name: Buffer): string | undefined {
    try {
      return this.#box.open(name, placeOf(person));
    } catch {
      return undefined;
    }
  }
}

const placeOf = (person: string): string => `name of ${person}`;
