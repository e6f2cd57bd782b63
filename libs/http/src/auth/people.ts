import type { ReadModel } from '@minh-bach/projections';
import { PeopleOfRecord, type Principal } from './principal.ts';

/** For specs: what is put in is what is known, at any time. */
export class PeopleInMemory extends PeopleOfRecord {
  readonly #people = new Map<string, Principal>();

  put(issuer: string, subject: string, principal: Principal): void {
    this.#people.set(`${issuer}\n${subject}`, principal);
  }

  remove(issuer: string, subject: string): void {
    this.#people.delete(`${issuer}\n${subject}`);
  }

  override find(issuer: string, subject: string): Promise<Principal | undefined> {
    return Promise.resolve(this.#people.get(`${issuer}\n${subject}`));
  }
}

/**
 * Nobody is known while the record stands still: a right that ended since would hold on. By whatever
 * cause, a lease that another process holds as well as rows that cannot be written.
 *
 * @throws DomainError `PROJECTION_LATE`, `READ_MODEL_STOPPED` (503)
 */
export class PeopleUpToDate extends PeopleOfRecord {
  constructor(
    private readonly inner: PeopleOfRecord,
    private readonly rights: Pick<ReadModel, 'recent'>,
  ) {
    super();
  }

  override async find(issuer: string, subject: string, at: Date): Promise<Principal | undefined> {
    await this.rights.recent();
    return this.inner.find(issuer, subject, at);
  }
}

interface Known {
  readonly until: number;
  readonly at: number;
  readonly answer: Promise<Principal | undefined>;
}

/**
 * Spares the record a query per request. A revoked right holds on for at most `ttl` ms; a failed
 * look-up is not kept.
 */
export class CachedPeople extends PeopleOfRecord {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly inner: PeopleOfRecord,
    private readonly ttl = 2_000,
    private readonly most = 5_000,
  ) {
    super();
  }

  override find(issuer: string, subject: string, at: Date): Promise<Principal | undefined> {
    const key = `${issuer}\n${subject}`;
    const known = this.#known.get(key);
    // Two clocks: age is measured here; the one asked about may have been set to another day.
    const now = performance.now();
    if (known !== undefined && known.until > now && Math.abs(at.getTime() - known.at) <= this.ttl)
      return known.answer;
    if (this.#known.size >= this.most) this.#known.clear();
    const answer = this.inner.find(issuer, subject, at);
    this.#known.set(key, { until: now + this.ttl, at: at.getTime(), answer });
    answer.catch(() => this.#known.delete(key));
    return answer;
  }

  /** When the record is known to have changed. */
  forget(): void {
    this.#known.clear();
  }
}
