import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import type { FakeAnswer } from './specs/fake-service.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

const MATTER = '/api/matters/D26-12345678-1';
const LOG = '0198c7d0-1111-7000-8000-000000000001';

let database: TestDatabase;
let door: RunningGateway;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
  const { username, password } = await door.person();
  browser = door.browser();
  await browser.signIn(username, password);
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
});

/** Each service answers as told here, by its name; the others know nothing. */
function answer(by: Record<string, FakeAnswer>): void {
  door.service.answer = ({ url }) => by[url.split('/')[1] ?? ''] ?? { status: 404, body: {} };
}

async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await browser.send(path, { headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** As a command there tells it. */
async function positionOf(service: string, at: number): Promise<string> {
  answer({ [service]: { status: 200, headers: { 'x-position': `${LOG}:${at}` } } });
  const headers = { origin: door.origin, 'x-minh-bach': '1', 'content-type': 'application/json' };
  const sent = await browser.send(`/api/${service}/x`, { method: 'POST', headers, body: '{}' });
  return sent.headers.get('x-position') ?? '';
}

const entry = (service: string, at: number) => ({
  position: `${LOG}:${at}`,
  service,
  stream: `${service}.x-1`,
  revision: 0,
  eventId: `${service}-${at}`,
  type: 'X',
  occurredAt: '2024-11-20T02:00:00.000Z',
  recordedAt: '2024-11-20T02:00:00.000Z',
  actor: { person: 'lan', role: 'receiver', unit: 'CK-01' },
  summary: { vi: 'x', en: 'x' },
  changes: [],
  rules: [],
});
const history = (service: string, ...positions: number[]): FakeAnswer => ({
  status: 200,
  body: { entries: positions.map((at) => entry(service, at)) },
});

describe('A matter', () => {
  it('is put together from the services that know it', async () => {
    answer({
      intake: { status: 200, body: { state: 'received' } },
      triage: { status: 200, body: { due: 1 } },
    });
    expect(await ask(MATTER)).toEqual({
      status: 200,
      body: { intake: { state: 'received' }, triage: { due: 1 }, pending: [] },
    });
  });

  it('names the services that do not answer', async () => {
    answer({ intake: { status: 200, body: {} }, response: { status: 500, body: {} } });
    expect((await ask(MATTER)).body).toEqual({ intake: {}, pending: ['response'] });
  });

  it('is not found when nobody knows it, forbidden when the role never may, unknown while some are silent', async () => {
    answer({});
    expect((await ask(MATTER)).status).toBe(404);
    const forbidden = { status: 403, body: {} };
    answer({ intake: forbidden, triage: forbidden, investigation: forbidden, response: forbidden });
    expect((await ask(MATTER)).status).toBe(403);
    answer({ triage: { status: 503, body: {} } });
    expect(await ask(MATTER)).toMatchObject({ status: 503, body: { pending: ['triage'] } });
  });

  it.each(['', '/history'])(
    'is asked for in the chosen post, and waits in each service for one’s own write there: %s',
    async (page) => {
      const [written, sent] = [await positionOf('triage', 7), await positionOf('response', 9)];
      answer({ intake: { status: 200, body: { entries: [] } } });
      const before = door.service.seen.length;
      await ask(`${MATTER}${page}`, {
        'x-acting-post': 'hq-sm.lan',
        'x-wait-position-triage': written,
        'x-wait-position-response': sent,
      });
      const seen = door.service.seen
        .slice(before)
        .map(({ url, headers }) => [
          url.split('/')[1],
          headers['x-acting-post'],
          headers['x-wait-position'],
        ]);
      expect(seen.toSorted()).toEqual([
        ['intake', 'hq-sm.lan', undefined],
        ['investigation', 'hq-sm.lan', undefined],
        ['response', 'hq-sm.lan', `${LOG}:9`],
        ['triage', 'hq-sm.lan', `${LOG}:7`],
      ]);
    },
  );

  it('has a number of one of the two forms', async () => {
    const before = door.service.seen.length;
    expect((await ask('/api/matters/1')).status).toBe(404);
    expect((await ask('/api/matters/D26-12345678-12')).status).toBe(404);
    expect(door.service.seen).toHaveLength(before);
  });
});

describe('Its history', () => {
  it('is one timeline in the order of the log', async () => {
    answer({
      intake: history('intake', 2, 10),
      triage: history('triage', 9, 30),
      response: history('response', 100),
    });
    const { body } = await ask(`${MATTER}/history`);
    const entries = body['entries'] as { eventId: string }[];
    expect(entries.map(({ eventId }) => eventId)).toEqual([
      'intake-2',
      'triage-9',
      'intake-10',
      'triage-30',
      'response-100',
    ]);
    expect(body['pending']).toEqual([]);
  });

  it('is asked for as it stood at a moment', async () => {
    answer({ intake: history('intake', 1) });
    await ask(`${MATTER}/history?asOf=2024-12-01T00:00:00%2B07:00`);
    expect(door.service.last.url).toMatch(/\/history\?asOf=2024-12-01T00%3A00%3A00%2B07%3A00$/);
    expect((await ask(`${MATTER}/history?asOf=yesterday`)).status).toBe(400);
    expect((await ask(`${MATTER}/history?other=1`)).status).toBe(400);
  });

  it('names a service whose answer makes no sense, and shows the rest', async () => {
    answer({
      intake: history('intake', 1),
      triage: { status: 200, body: { entries: [{ a: 1 }] } },
    });
    const shown = { entries: [{ eventId: 'intake-1' }], pending: ['triage'] };
    expect((await ask(`${MATTER}/history`)).body).toMatchObject(shown);

    const elsewhere = { ...entry('triage', 2), position: 'another-log:2' };
    answer({
      intake: history('intake', 1),
      triage: { status: 200, body: { entries: [elsewhere] } },
    });
    expect((await ask(`${MATTER}/history`)).body).toMatchObject(shown);
  });
});

describe('What of its history the asker has no right to', () => {
  const forbidden = { status: 403, body: {} };

  it('is named by service and nothing else, beside the parts that he may see', async () => {
    answer({ intake: forbidden, triage: history('triage', 9), response: forbidden });
    expect(await ask(`${MATTER}/history`)).toMatchObject({
      status: 200,
      body: { entries: [{ eventId: 'triage-9' }], pending: [], withheld: ['intake', 'response'] },
    });
  });

  it('is not named where a service says that it knows nothing', async () => {
    answer({ triage: history('triage', 9) });
    expect((await ask(`${MATTER}/history`)).body).toMatchObject({ pending: [], withheld: [] });
  });

  it('leaves the answer to an unknown number when it is all of it', async () => {
    answer({});
    const unknown = await ask(`${MATTER}/history`);
    answer({ intake: forbidden, triage: forbidden, investigation: forbidden, response: forbidden });
    const withheld = await ask(`${MATTER}/history`);
    answer({ intake: forbidden, triage: forbidden });
    const mixed = await ask(`${MATTER}/history`);
    const told = ({ status, body: { instance: _, ...body } }: typeof unknown) => ({ status, body });
    expect(told(withheld)).toEqual(told(unknown));
    expect(told(mixed)).toEqual(told(unknown));
    expect(unknown.status).toBe(404);
  });
});

describe('Who am I', () => {
  it('is what the directory says, and when the session ends', async () => {
    answer({ directory: { status: 200, body: { person: 'lan', posts: [] } } });
    const { status, body } = await ask('/api/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({ person: 'lan', posts: [] });
    expect(new Date(String(body['sessionEndsAt'])).getTime()).toBeGreaterThan(Date.now());
  });

  it('is 401 for nobody', async () => {
    const response = await door.browser().send('/api/me');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
      vi: { title: 'Cần đăng nhập' },
    });
  });
});
