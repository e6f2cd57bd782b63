import { directoryEntryV1 } from '@minh-bach/contracts';
import type { DeputyEntry, PersonEntry, PostEntry } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import type { Clock } from '@minh-bach/kernel';
import { NotYet, Poison } from '@minh-bach/messaging';
import type { Message } from '@minh-bach/messaging';
import type { Pool } from 'pg';
import type { ListViews } from '../list-views/list-views.ts';
import type { PeopleNames } from '../invitations/people-names.ts';

type EndSessions = (issuer: string, subject: string) => Promise<void>;

/**
 * Listens to the directory: whoever loses a right has to sign in again. What he may do then is for
 * the services to say; they hear the same messages.
 */
export class Revocations {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly endSessions: EndSessions,
    private readonly keeps: {
      readonly names: Pick<PeopleNames, 'seal'>;
      readonly views: Pick<ListViews, 'forget'>;
    },
  ) {}

  /** A message of `directory.v1`; the same one again ends at most a session begun since. */
  async handle(message: Message): Promise<void> {
    const parsed = directoryEntryV1.safeParse(message.data);
    if (!parsed.success) throw new Poison('no entry of the directory');
    const entry = parsed.data;
    switch (entry.kind) {
      case 'unit':
        return;
      case 'person':
        return this.#person(entry);
      case 'post':
        return this.#post(entry);
      case 'deputy':
        return this.#deputy(entry);
    }
  }

  async #person({ id, name, issuer, subject, active }: PersonEntry): Promise<void> {
    const before = await this.#signIn(id);
    // Under a new account the old one must not go on.
    if (before && before.subject !== subject) await this.endSessions(before.issuer, before.subject);
    if (!active) {
      await this.endSessions(issuer, subject);
      await this.keeps.views.forget(id);
    }
    await this.pool.query(
      `INSERT INTO signin.people (person, issuer, subject, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person) DO UPDATE SET issuer = excluded.issuer, subject = excluded.subject,
         name = excluded.name,
         former = CASE WHEN people.subject = excluded.subject THEN people.former
                  ELSE array_append(people.former, people.subject) END`,
      [id, issuer, subject, this.keeps.names.seal(id, name)],
    );
  }

  async #post({ id, person, unit, roles, to }: PostEntry): Promise<void> {
    const { rows } = await this.pool.query<{ person: string; unit: string; roles: string[] }>(
      'SELECT person, unit, roles FROM signin.posts WHERE post = $1',
      [id],
    );
    const before = rows[0];
    const lost =
      before !== undefined &&
      (before.person !== person ||
        before.unit !== unit ||
        before.roles.some((role) => !roles.some((kept) => kept === role)));
    if (lost) await this.#end(before.person);
    if (to !== null && to <= localDate(this.clock.now())) await this.#end(person);
    await this.pool.query(
      `INSERT INTO signin.posts (post, person, unit, roles) VALUES ($1, $2, $3, $4)
       ON CONFLICT (post) DO UPDATE SET person = excluded.person, unit = excluded.unit, roles = excluded.roles`,
      [id, person, unit, roles],
    );
  }

  /** Where it never began no right was lost: else a head could sign people out by it. */
  async #deputy({ deputy, revoked, from, to }: DeputyEntry): Promise<void> {
    const today = localDate(this.clock.now());
    if (from <= today && (revoked || to <= today)) await this.#end(deputy);
  }

  async #end(person: string): Promise<void> {
    const known = await this.#signIn(person);
    if (!known) throw new NotYet(`person ${person}`);
    await this.endSessions(known.issuer, known.subject);
  }

  async #signIn(person: string): Promise<{ issuer: string; subject: string } | undefined> {
    const { rows } = await this.pool.query<{ issuer: string; subject: string }>(
      'SELECT issuer, subject FROM signin.people WHERE person = $1',
      [person],
    );
    return rows[0];
  }
}
