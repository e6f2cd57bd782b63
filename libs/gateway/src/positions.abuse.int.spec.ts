import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

const LOG = '0198c7d0-1111-7000-8000-000000000001';
const PLAIN = `${LOG}:7`;

let database: TestDatabase;
let door: RunningGateway;
let writer: Browser;
let other: Browser;

const signedIn = async () => {
  const { username, password } = await door.person();
  const browser = door.browser();
  await browser.signIn(username, password);
  return browser;
};

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
  writer = await signedIn();
  other = await signedIn();
}, 30_000);
beforeEach(() => {
  door.service.answer = ({ url }) => ({
    status: 200,
    headers: { 'x-position': PLAIN },
    body: url.includes('/history')
      ? { entries: [{ position: PLAIN }] }
      : { revision: 3, position: PLAIN },
  });
});
afterAll(async () => {
  await door.stop();
  await database.drop();
});

const write = (browser = writer) =>
  browser.send('/api/triage/petitions', {
    method: 'POST',
    headers: { origin: door.origin, 'x-minh-bach': '1', 'content-type': 'application/json' },
    body: '{}',
  });
const position = async () => (await write()).headers.get('x-position') ?? '';

describe('T30: a position tells nothing of the log', () => {
  it('neither in the header nor in the body of a command', async () => {
    const answer = await write();
    const text = await answer.text();
    expect(text + answer.headers.get('x-position')).not.toMatch(/:7|0198c7d0/);
    expect(JSON.parse(text)).toMatchObject({ revision: 3, position: expect.any(String) });
  });

  it('nor in the history of one service', async () => {
    const answer = await writer.send('/api/triage/matters/D26-12345678-1/history');
    expect(await answer.text()).not.toMatch(/:7|0198c7d0/);
  });

  it('and the public is told none', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${door.origin}/api/track`, { method: 'POST', headers, body: '{}' });
    expect(answer.headers.get('x-position')).toBeNull();
    expect(await answer.text()).not.toMatch(/:7|0198c7d0/);
  });
});

describe('T30: who may wait for a position', () => {
  it('the person who wrote there, in each way of asking', async () => {
    const mine = await position();
    await writer.send('/api/triage/worklist', { headers: { 'x-wait-position': mine } });
    expect(door.service.last.headers['x-wait-position']).toBe(PLAIN);
    await writer.send(`/api/triage/worklist?view=all&after=${encodeURIComponent(mine)}&limit=25`);
    const asked = new URL(door.service.last.url, door.origin).searchParams;
    expect([...asked]).toEqual([
      ['view', 'all'],
      ['after', PLAIN],
      ['limit', '25'],
    ]);
  });

  const bent = async (what: string): Promise<string> => {
    const mine = await position();
    const last = mine.at(-2) === 'A' ? 'B' : 'A';
    return {
      'made up': `${LOG}:8`,
      'that of the log itself': PLAIN,
      changed: `${mine.slice(0, -2)}${last}${mine.at(-1)}`,
      empty: '',
      "another person's": (await write(other)).headers.get('x-position') ?? '',
    }[what]!;
  };
  const refused = { status: 400, code: 'FOREIGN_POSITION' };

  it.each(['made up', 'that of the log itself', 'changed', "another person's", 'empty'])(
    'nobody for one that is %s: it is refused before anything waits',
    async (what) => {
      const token = await bent(what);
      const before = door.service.seen.length;
      const encoded = encodeURIComponent(token);
      const ways: [string, Record<string, string>][] = [
        [`/api/triage/worklist?after=${encoded}`, {}],
        [`/api/triage/worklist?view=all&%61fter=${encoded}`, {}],
        ['/api/triage/worklist', { 'x-wait-position': token }],
        ['/api/triage/matters/D26-12345678-1', { 'x-wait-position': token }],
        ['/api/matters/D26-12345678-1', { 'x-wait-position-triage': token }],
        ['/api/matters/D26-12345678-1/history', { 'x-wait-position-intake': token }],
      ];
      for (const [path, headers] of ways) {
        const answer = await writer.send(path, { headers });
        expect({ path, ...((await answer.json()) as object) }).toMatchObject({ path, ...refused });
      }
      expect(door.service.seen).toHaveLength(before);
    },
  );

  it('nobody for two at once', async () => {
    const mine = encodeURIComponent(await position());
    const answer = await writer.send(`/api/triage/worklist?after=${mine}&after=${mine}`);
    expect(await answer.json()).toMatchObject(refused);
  });
});
