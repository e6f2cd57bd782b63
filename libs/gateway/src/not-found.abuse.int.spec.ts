import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

const PAIRS = 40;
/** Answers wait for the next quarter of a second: some pairs wait together. */
const AT_ONCE = 8;
/** A hidden matter takes a busy service so much longer than an unknown one. */
const HIDDEN_MS = 60;
const HIDDEN = 'D26-00000001-0';
const UNKNOWN = 'D26-00000002-0';

let database: TestDatabase;
let door: RunningGateway;
let curious: Browser;
let other: Browser;
let third: Browser;

const signedIn = async () => {
  const { username, password } = await door.person();
  const browser = door.browser();
  await browser.signIn(username, password);
  return browser;
};

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
  curious = await signedIn();
  other = await signedIn();
  third = await signedIn();
}, 30_000);
afterEach(() => {
  door.service.hold = async () => undefined;
  door.service.answer = () => ({ status: 200, body: {} });
});
afterAll(async () => {
  await door.stop();
  await database.drop();
});

const quartiles = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { median: at(0.5), spread: at(0.75) - at(0.25) };
};

describe('T30: what is hidden and what is unknown', () => {
  it.each([
    ['a page of one service', (number: string) => `/api/triage/matters/${number}`],
    ['a merged matter', (number: string) => `/api/matters/${number}`],
  ])(
    'take the same time to be not found: %s',
    async (_, path) => {
      door.service.answer = () => ({ status: 404, body: {} });
      door.service.hold = ({ url }) =>
        url.includes(HIDDEN) ? sleep(HIDDEN_MS) : Promise.resolve();
      const took: Record<string, number[]> = { [HIDDEN]: [], [UNKNOWN]: [] };
      const look = async (number: string) => {
        const before = performance.now();
        expect((await curious.send(path(number))).status).toBe(404);
        took[number]!.push(performance.now() - before);
      };
      for (let round = 0; round < PAIRS / AT_ONCE; round += 1) {
        const pairs = Array.from({ length: AT_ONCE }, (_, i) =>
          i % 2 === 0 ? [HIDDEN, UNKNOWN] : [UNKNOWN, HIDDEN],
        );
        await Promise.all(pairs.flat().map(look));
      }
      const [hidden, unknown] = [quartiles(took[HIDDEN]!), quartiles(took[UNKNOWN]!)];
      const noise = Math.max(2, hidden.spread, unknown.spread);
      expect(Math.abs(hidden.median - unknown.median)).toBeLessThan(noise);
    },
    120_000,
  );
});

describe('T30: many numbers that one does not know', () => {
  it('are counted where commands name them in their bodies', async () => {
    door.service.answer = () => ({ status: 404, body: { code: 'MERGE_TARGET_UNKNOWN' } });
    const guess = (i: number) =>
      third.send(`/api/triage/petitions/${UNKNOWN}/merging`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: third.origin, 'x-minh-bach': '1' },
        body: JSON.stringify({ into: `D26-1000${String(i).padStart(4, '0')}-0`, reason: 'x' }),
      });
    const answers = [];
    for (let round = 0; round < 12; round += 1)
      answers.push(
        ...(await Promise.all(Array.from({ length: 8 }, (_, i) => guess(round * 8 + i)))),
      );
    const found = answers.map(({ status }) => status);
    expect(found.filter((status) => status === 404).length).toBeLessThan(60);
    expect(found).toContain(429);
  }, 60_000);

  it('are refused for a while, for that person and for numbers alone, and operators see it', async () => {
    door.service.answer = ({ url }) => ({ status: url.includes('/D26-') ? 404 : 200, body: {} });
    const look = (i: number, by = curious) =>
      by.send(`/api/triage/matters/D26-1000${String(i).padStart(4, '0')}-0`);
    const answers = await Promise.all(Array.from({ length: 150 }, (_, i) => look(i)));
    const found = answers.map(({ status }) => status);
    // Counted before each of the others was answered, too.
    expect(found.filter((status) => status === 404).length).toBeLessThan(60);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });

    expect((await curious.send('/api/triage/worklist')).status).toBe(200);
    expect((await look(999, other)).status).toBe(404);
    // Once a window; a slow machine may begin a second one.
    expect(await door.gateway.metrics()).toMatch(/^gateway_not_found_bursts_total\{.*\} [12]$/m);
  }, 60_000);
});
