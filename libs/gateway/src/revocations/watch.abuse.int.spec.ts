import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresInboxStore } from '@minh-bach/messaging';
import { eventually, createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import type { Browser } from '../specs/browser.ts';
import { runGateway, type RunningGateway } from '../specs/running-gateway.ts';

const STREAM = 'directory.person-lan';

let database: TestDatabase;
let pool: pg.Pool;
let door: RunningGateway;
let operator: Browser;
let dies: Error | undefined;
let lateSince: Date | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  door = await runGateway(database.url);
  door.gateway.hears({
    check() {
      if (dies) throw dies;
    },
    lateSince: () => lateSince,
  });
  const { username, password } = await door.person();
  operator = door.browser();
  await operator.signIn(username, password);
}, 30_000);
beforeEach(() => {
  dies = undefined;
  lateSince = undefined;
  directorySays('operator');
});
afterAll(async () => {
  await door.stop();
  await pool.end();
  await database.drop();
});

const name = { vi: 'Tên', en: 'Name' };
const directorySays = (role: string) => {
  const post = { post: `chq.${role}`, unit: 'CHQ', unitName: name, title: name, roles: [role] };
  door.service.answer = () => ({ status: 200, body: { person: 'vh', name: 'A', posts: [post] } });
};

/** A revocation that cannot be handled: it stands still until somebody acts. */
async function parked(): Promise<void> {
  const store = new PostgresInboxStore('gateway', pool);
  await store.prepare();
  const message = {
    id: 'm',
    topic: 'directory.v1',
    type: 'DirectoryEntryChanged',
    data: { kind: 'nothing', name: 'Nguyễn Văn A' },
    source: { stream: STREAM, revision: 0, previous: null },
    correlationId: 'c',
    causationId: 'c',
    occurredAt: '2024-11-22T03:00:00Z',
  };
  await store.hold([message], -1, {
    state: 'parked',
    code: 'POISON',
    errorId: 'error-1',
    attempts: 1,
    retryAt: new Date(),
  });
}

const operations = async () => (await operator.send('/api/gateway/operations')).json();
const redrive = (body: object) =>
  operator.send('/api/gateway/operations/redrive', {
    method: 'POST',
    headers: { origin: door.origin, 'x-minh-bach': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
/** What was asked a moment ago is not asked again at once. */
const becomes = (status: number, body: object) =>
  eventually(async () => {
    const response = await fetch(`${door.origin}/health/ready`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(body);
  });

describe('T29: a door that does not hear of revoked rights', () => {
  it('is not ready, and says so to operators', async () => {
    await becomes(200, { status: 'ok' });
    expect(await operations()).toMatchObject({ service: 'gateway', messagesFlow: true, held: [] });
    dies = new Error('the consumer is dead');
    await becomes(503, {});
    expect(await operations()).toMatchObject({ messagesFlow: false });
  }, 20_000);

  it('T2, T9: is not ready where what was sent does not come, though its consumer lives', async () => {
    await becomes(200, { status: 'ok' });
    lateSince = new Date('2024-11-22T03:00:00.000Z');
    await becomes(503, {});
    expect(await operations()).toMatchObject({
      messagesFlow: false,
      messagesLateSince: '2024-11-22T03:00:00.000Z',
    });
    lateSince = undefined;
    await becomes(200, { status: 'ok' });
  }, 20_000);

  it('shows what stands still, by code and place: in its health, its metrics, and to operators', async () => {
    await parked();
    expect(await operations()).toMatchObject({
      held: [{ stream: STREAM, state: 'parked', code: 'POISON', errorId: 'error-1', count: 1 }],
    });
    expect(JSON.stringify(await operations())).not.toContain('Nguyễn');
    expect(await door.gateway.metrics()).toMatch(
      /messages_held_streams\{consumer="gateway",state="parked",service="gateway"\} 1/,
    );
    await becomes(200, { status: 'degraded', act: 'operator' });
  }, 20_000);

  it('tries it again when an operator says so', async () => {
    expect(await (await redrive({ stream: STREAM })).json()).toEqual({
      streams: 1,
      deadLetters: 0,
    });
    expect(await (await redrive({})).json()).toEqual({ streams: 0, deadLetters: 0 });
    expect((await redrive({ stream: 'x y' })).status).toBe(400);
  });

  it('is no matter of people who do not operate', async () => {
    for (const role of ['administrator', 'auditor', 'head']) {
      directorySays(role);
      expect(await operations()).toMatchObject({ status: 403, code: 'ACTION_FORBIDDEN' });
      expect(await (await redrive({})).json()).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    }
    const nobody = door.browser();
    expect((await nobody.send('/api/gateway/operations')).status).toBe(401);
  });
});
