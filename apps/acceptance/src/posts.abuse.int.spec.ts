import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseMatter, Me } from '@minh-bach/contracts';
import { Database } from './abuse/database.ts';
import { expectProblem, type Problem } from './abuse/problem.ts';
import { signedIn, until } from './abuse/staff.ts';
import { registration, walk, wholeWay } from './abuse/whole-way.ts';
import { itIs, today } from './complaint.ts';
import { recordByTwo } from './directory-change.ts';
import { startProduct, type Product } from './harness/index.ts';
import type { Person } from './person.ts';
import { randomUUID } from 'node:crypto';

const ROLE_TITLE = { vi: 'Trưởng Hải quan cửa khẩu', en: 'Head of the post' };

const PEOPLE = [
  'dung',
  'giang',
  'binh',
  'lan',
  'hung',
  'phuc',
  'quan',
  'linh',
  'tam',
  'khanh',
  'nam',
];

let product: Product;
let database: Database;
let people: ReadonlyMap<string, Person>;

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  database = await Database.of(product.folders);
  people = await signedIn(product.url, PEOPLE);
}, 180_000);
afterAll(async () => {
  await database?.close();
  await product?.close();
}, 60_000);

const who = (id: string): Person => people.get(id)!;

const headPost = (person: string, from: string, to: string | null = null) =>
  recordByTwo(who('quan'), who('linh'), {
    kind: 'post',
    id: `hq-sm.${person}.head`,
    unit: 'HQ-SM',
    title: ROLE_TITLE,
    roles: ['head'],
    person,
    from,
    to,
  });

/** What someone may do as a head, asked of the service that the case lies in. */
const asHead = (person: string, post: string) =>
  who(person).get<Problem>('/investigation/worklist?view=to-approve', { 'x-acting-post': post });

/** A case whose draft waits, proposed by this verifier. */
async function proposedBy(
  verifier: string,
): Promise<{ path: string; revision: number; version: number }> {
  const staff = {
    desk: who('dung'),
    classifier: who('giang'),
    head: who('binh'),
    verifier: who(verifier),
    clerk: who('phuc'),
  };
  const moves = wholeWay()
    .slice(0, 9)
    .map((move) =>
      move.path.endsWith('/assignment')
        ? { ...move, body: { assignee: verifier, noConflict: true } }
        : move,
    );
  const { case: opened } = await walk(staff, moves);
  const { body } = await who('binh').get<CaseMatter>(`/investigation/matters/${opened}`);
  return { path: `/investigation/cases/${opened}`, revision: body.revision, version: 1 };
}

describe('T11, on the whole product: four eyes', () => {
  it('are those of two persons: two posts of one do not approve his own draft', async () => {
    await headPost('lan', '2026-11-20');
    await until(async () => (await asHead('lan', 'hq-sm.lan.head')).status === 200);
    const { path, revision, version } = await proposedBy('lan');
    const before = await database.eventsAtRest();
    for (const post of [
      {},
      { 'x-acting-post': 'hq-sm.lan.head' },
      { 'x-acting-post': 'hq-sm.lan' },
    ])
      for (const [tail, body] of [
        ['approval', { version }],
        ['return', { version, note: 'Lại' }],
      ] as const) {
        const headers = {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'if-match': `"${revision}"`,
          ...post,
        };
        const answer = await who('lan').send<Problem>(`${path}/${tail}`, {
          headers,
          body: JSON.stringify(body),
        });
        expectProblem(answer, 'FOUR_EYES|ACTION_FORBIDDEN');
      }
    expect(await database.eventsAtRest()).toBe(before);
    expect(
      (await who('binh').post(`${path}/approval`, { version }, { ifMatch: revision })).status,
    ).toBe(200);
  }, 60_000);

  it('are not opened by deputising: neither for the head nor for oneself', async () => {
    const deputy = { post: 'hq-sm.binh', deputy: 'hung', from: '2026-11-20', to: '2026-11-25' };
    await who('binh').does('/directory/deputies', deputy);
    await until(async () => (await asHead('hung', 'hq-sm.binh')).status === 200);
    const { path, revision, version } = await proposedBy('hung');
    const before = await database.eventsAtRest();
    expectProblem(
      await who('hung').post(`${path}/approval`, { version }, { ifMatch: revision }),
      'FOUR_EYES',
    );
    // Nor does a deputy pass on what was lent to him, or a head what is another's.
    for (const [by, post] of [
      ['hung', 'hq-sm.binh'],
      ['tam', 'hq-sm.binh'],
      ['khanh', 'hq-sm.binh'],
      ['binh', 'hq-sm.phuc'],
    ] as const)
      expectProblem(
        await who(by).post('/directory/deputies', { ...deputy, post, deputy: 'nam' }),
        'POST_NOT_YOURS',
      );
    expect(await database.eventsAtRest()).toBe(before);
    const { posts } = (await who('nam').get<Me>('/directory/me')).body;
    expect(posts.map(({ post }) => post)).toEqual(['hq-dg.nam']);
  }, 60_000);
});

describe('T11: rights', () => {
  it('are those of the day: a deputy’s end with his days, a post’s begin with its own, in open sessions', async () => {
    await headPost('phuc', '2026-12-01');
    const deputise = { path: '/directory/deputies', post: 'hq-sm.binh' };
    const { path, revision, version } = await proposedBy('lan');
    const approve = (by: string, ifMatch = revision) =>
      who(by).post<Problem>(`${path}/approval`, { version }, { ifMatch });
    expectProblem(await asHead('phuc', 'hq-sm.phuc.head'), 'POST_NOT_HELD');
    expectProblem(await approve('phuc'), 'ACTION_FORBIDDEN');

    // The last second of the last day, in Việt Nam.
    await product.setClock(itIs('2026-11-25T16:59:50.000Z'));
    expect((await asHead('hung', deputise.post)).status).toBe(200);
    await product.setClock(itIs('2026-11-25T17:00:05.000Z'));
    expectProblem(await asHead('hung', deputise.post), 'POST_NOT_HELD');
    const before = await database.eventsAtRest();
    expectProblem(await approve('hung'), 'ACTION_FORBIDDEN');
    expectProblem(await approve('phuc'), 'ACTION_FORBIDDEN');
    expect(await database.eventsAtRest()).toBe(before);

    await product.setClock(itIs('2026-11-30T17:00:05.000Z'));
    expect((await asHead('phuc', 'hq-sm.phuc.head')).status).toBe(200);
    // His post is no month older for being looked back from: clocks do not give rights to the past.
    await product.setClock(itIs('2026-11-26T02:00:00.000Z'));
    expectProblem(await approve('phuc'), 'ACTION_FORBIDDEN');
  }, 60_000);
});

describe('T11: what is dated', () => {
  it('lies neither in the future nor before what it follows', async () => {
    const before = await database.eventsAtRest();
    const desk = (change: object) =>
      who('dung').post<Problem>('/intake/petitions', { ...registration(), ...change });
    expectProblem(await desk({ receivedOn: '2026-11-27' }), 'RECEIVED_IN_FUTURE');
    expectProblem(await desk({ receivedOn: '2025-11-25', datedOn: null }), 'RECEIVED_TOO_LONG_AGO');
    expectProblem(await desk({ datedOn: '2026-11-27' }), 'DATED_AFTER_RECEIPT');
    expect(await database.eventsAtRest()).toBe(before);

    const { path, revision, version } = await proposedBy('lan');
    const record = (tail: string, body: object) =>
      who('lan').post<Problem>(`${path}/${tail}`, body);
    const tomorrow = '2026-11-27';
    expectProblem(
      await record('explanations', { givenBy: 'a', givenOn: tomorrow, text: 'b' }),
      'DATE_IN_FUTURE',
    );
    expectProblem(
      await record('evidence', { title: 'a', obtainedOn: tomorrow, text: 'b' }),
      'DATE_IN_FUTURE',
    );
    await who('binh').does(`${path}/approval`, { version }, { ifMatch: revision });

    const page = path.replace('investigation/cases', 'response/matters');
    const seen = await who('phuc').getUntil<{ revision: number }>(page, () => true);
    const answer = path.replace('investigation', 'response');
    const decide = (issuedOn: string, signer = 'binh') =>
      who('binh').post<Problem>(
        `${answer}/decision`,
        { decisionNumber: '1', issuedOn, signer, conclusion: 'upheld', text: 'Điều 1' },
        { ifMatch: seen.revision },
      );
    expectProblem(await decide(tomorrow), 'DATE_IN_FUTURE');
    expectProblem(await decide('2026-11-25'), 'DATE_TOO_EARLY');
    // Signed by whom: a deputy of yesterday, a head of next month, nobody's head.
    for (const signer of ['hung', 'phuc', 'tam', 'nobody'])
      expectProblem(await decide(today(), signer), 'SIGNER_CANNOT_SIGN');
    expect((await decide(today())).status).toBe(200);
  }, 60_000);
});
