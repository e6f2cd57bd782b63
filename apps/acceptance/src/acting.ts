import { randomUUID } from 'node:crypto';
import { complaintOf, newReceiptCode } from './complaint.ts';
import type { Product } from './harness/index.ts';
import { Person } from './person.ts';

const DAY = '2026-11-20';

export interface Answer {
  readonly revision: number;
  readonly case: string;
  readonly code?: string;
}

/** Matters, and what people make of them in posts that they name: a command sees the newest revision. */
export class Office {
  #people = new Map<string, Promise<Person>>();

  constructor(private readonly product: Product) {}

  as(id: string): Promise<Person> {
    const known = this.#people.get(id) ?? Person.signIn(this.product.url, id);
    this.#people.set(id, known);
    return known;
  }

  /** @param path a command's, as of a page whose revision it needs not; `post`: of several, the acting one */
  async does(
    id: string,
    path: string,
    body: object,
    { revision, post }: { readonly revision?: number; readonly post?: string } = {},
  ) {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(post === undefined ? {} : { 'x-acting-post': post }),
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    };
    return (await this.as(id)).send<Answer>(path, { headers, body: JSON.stringify(body) });
  }

  /** Registered by the desk of HQ-SM, and known to triage. @returns its number */
  async registered(over: object): Promise<string> {
    const paper = { ...complaintOf(DAY, newReceiptCode()), ...over };
    const { number } = await (
      await this.as('dung')
    ).does<{ number: string }>('/intake/petitions', paper);
    await this.revisionOf(number);
    return number;
  }

  /** A denunciation about these, or about nobody by name; classified. */
  async denunciation(...ids: readonly string[]): Promise<string> {
    const about = { respondentUnit: null, ...naming(...ids) };
    const number = await this.registered({ declaredKind: 'denunciation', gist: null, ...about });
    await this.decides('giang', number, 'classification', { kind: 'denunciation', reason: 'y' });
    return number;
  }

  /** A case of a complaint that HQ-SM decides, given to this person. @returns the paths of its commands and page */
  async assigned(assignee: string): Promise<{ number: string; case: string; page: string }> {
    const number = await this.registered({});
    await this.decides('giang', number, 'classification', { kind: 'complaint' });
    const acceptance = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true };
    const { body } = await this.decides('giang', number, 'acceptance', acceptance);
    const of = {
      case: `/investigation/cases/${body.case}`,
      page: `/investigation/matters/${body.case}`,
    };
    const { revision } = await (await this.as('binh')).getUntil<Answer>(of.page, () => true);
    const where = { revision, post: 'hq-sm.binh' };
    await this.does('binh', `${of.case}/assignment`, { assignee, noConflict: true }, where);
    return { number, ...of };
  }

  /** Triage's command for it, on what it is now. */
  async decides(id: string, number: string, command: string, body: object, post?: string) {
    const revision = await this.revisionOf(number);
    const where = { revision, ...(post === undefined ? {} : { post }) };
    return this.does(id, `/triage/petitions/${number}/${command}`, body, where);
  }

  /** The code of its refusal, or its status. */
  async decided(...asked: Parameters<Office['decides']>): Promise<string | number> {
    const { body, status } = await this.decides(...asked);
    return body.code ?? status;
  }

  async revisionOf(number: string): Promise<number> {
    const page = `/triage/matters/${number}`;
    return (await (await this.as('giang')).getUntil<Answer>(page, () => true)).revision;
  }

  /** A head lets people of the unit act in the own post today; all sign in anew. */
  async appoints(head: string, post: string, ...deputies: readonly string[]): Promise<void> {
    for (const deputy of deputies) {
      const body = { post, deputy, from: DAY, to: DAY };
      await (await this.as(head)).does('/directory/deputies', body);
    }
    await this.heard();
  }

  /** What the directory said is known to services; who is signed in is asked anew. */
  async heard(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    this.#people = new Map();
  }
}

/** As a body names people. */
export const naming = (...ids: readonly string[]) => ({
  respondents: { units: [], people: ids.map((person) => ({ person, on: DAY })) },
});
