import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  // The test stands where a proxy stands, so that it can come from several addresses.
  door = await runGateway(database.url, { trustedProxies: ['127.0.0.1'] });
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
});

const WRONG = 'không phải mật khẩu này';
const from = (address: string) => ({ 'x-forwarded-for': address });
const FLOODERS = ['203.0.113.1', '203.0.113.2', '198.51.100.3', '2001:db8::4'];

/** As many wrong passwords as there are addresses times `each`, for names of their own. */
async function flood(each: number) {
  const tries = FLOODERS.map(async (address, place) => {
    const browser = door.browser();
    const { url } = await browser.open('/auth/login');
    return { browser, url, address, place };
  });
  const ready = await Promise.all(tries);
  return ready.flatMap(({ browser, url, address, place }) =>
    Array.from({ length: each }, (_, n) =>
      browser.submit(url, { username: `ai-do-${place}-${n}`, password: WRONG }, from(address)),
    ),
  );
}

/** How many of the flood's passwords were looked at before this person was let in. */
async function letIn(
  browser: Browser,
  { username, password }: { username: string; password: string },
  address: string,
  looked: () => number,
) {
  const { url } = await browser.open('/auth/login');
  const before = looked();
  const answer = await browser.submit(url, { username, password }, from(address));
  return { status: answer.status, waitedFor: looked() - before };
}

describe('T34: 400 wrong passwords from four addresses', () => {
  it('keep out neither a stranger nor a known device, and cost no more than their share', async () => {
    const [stranger, known] = [await door.person(), await door.person()];
    const desk = door.browser();
    await desk.signIn(known.username, known.password);
    desk.cookies = desk.cookies.filter(({ name }) => name === 'mb_known');

    const statuses: number[] = [];
    const looked = () => statuses.filter((status) => status === 401).length;
    const refused: Response[] = [];
    const flooding = (await flood(100)).map(async (sent) => {
      const answer = await sent;
      statuses.push(answer.status);
      if (answer.status === 503) refused.push(answer);
    });
    const [strange, familiar] = await Promise.all([
      letIn(door.browser(), stranger, '192.0.2.9', looked),
      // Even from an address from which the flood comes.
      letIn(desk, known, FLOODERS[0] ?? '', looked),
    ]);
    expect(strange.status).toBe(303);
    expect(familiar.status).toBe(303);
    // A turn of each flooding address, and those that were being hashed: some three seconds.
    expect(strange.waitedFor).toBeLessThan(12);
    expect(familiar.waitedFor).toBeLessThan(6);

    await Promise.all(flooding);
    expect(new Set(statuses)).toEqual(new Set([401, 503]));
    expect(looked()).toBeLessThan(100);

    // What is refused says what to do, and keeps the name.
    expect(refused[0]?.headers.get('retry-after')).toBe('10');
    const text = (await refused[0]?.text()) ?? '';
    expect(text).toMatch(/value="ai-do-\d-\d+"/);
    expect(text).toContain('chờ khoảng 10 giây');
    expect(text).not.toContain(WRONG);
  }, 240_000);

  it('from 48 addresses of one range, one each, keep nobody else out', async () => {
    const stranger = await door.person();
    const ready = await Promise.all(
      Array.from({ length: 48 }, async (_, n) => {
        const browser = door.browser();
        const page = await browser.open('/auth/login');
        const by = from(`203.0.113.${n + 100}`);
        return () => browser.submit(page.url, { username: `ai-do-${n}`, password: WRONG }, by);
      }),
    );
    const desk = door.browser();
    const page = await desk.open('/auth/login');
    let over = false;
    // What is answered comes back at once, so the lane is never empty.
    const flooding = ready.map(async (send) => {
      for (let n = 0; n < 20 && !over; n += 1) await (await send()).text();
    });
    const answer = await desk.submit(page.url, stranger, from('192.0.2.77'));
    over = true;
    await Promise.all(flooding);
    expect(answer.status).toBe(303);
  }, 240_000);

  it('count as tries only where they found a place', async () => {
    const { username, password } = await door.person();
    const browser = door.browser();
    const { url } = await browser.open('/auth/login');
    const tries = (typed: string) => browser.submit(url, { username, password: typed });
    const many = await Promise.all(Array.from({ length: 30 }, () => tries(WRONG)));
    expect(many.filter(({ status }) => status === 503).length).toBeGreaterThan(20);
    // Thirty failures would delay by half a minute, five by a second.
    door.clock.set(new Date(door.clock.now().getTime() + 2_000));
    expect((await tries(password)).status).toBe(303);
  }, 120_000);
});
