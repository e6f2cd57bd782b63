import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { createEventStoreDbEventStore } from '@minh-bach/event-store';
import { ALSO_SELF_SIGNED, SELF_SIGNED, ServerDouble, json } from '@minh-bach/event-store/double';
import { HealthChecks, type Health } from '@minh-bach/http';
import { contextOfSystem } from '@minh-bach/platform';
import {
  demoDecider,
  demoService,
  note,
  open,
  registerHealth,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, eventually, type TestDatabase } from '@minh-bach/testing';
import { statusCommand } from '../commands/status.ts';
import { listen, well } from './fake-api.fixture.ts';

const NOW = '2026-11-21T19:14:00.000Z';
const STREAM = 'triage.petition-D26-48301725-4';

let folder: string;
let database: TestDatabase;
let server: ServerDouble;
let users: string[];
let tls: { cert: string; key: string };
let running: TestService;
let health: HealthChecks;

/** A service whose log is on a server that asks for a user and shows a certificate. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mb-log-states-'));
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, SELF_SIGNED.cert);
  users = ['mb:right'];
  tls = { ...SELF_SIGNED };
  server = await ServerDouble.start({ tls, users });
  database = await createTestDatabase();
  const store = await createEventStoreDbEventStore({
    connectionString: `esdb://mb:right@127.0.0.1:${server.port}?tlsCAFile=${ca}`,
    ...{ answerWithinMs: 1_000, giveUpAfterMs: 300, pollMs: 50 },
  });
  const definition = { ...demoService, name: 'triage' };
  running = await startTestService(definition, { databaseUrl: database.url, now: NOW, store });
  await act(open(), 'first');
  await running.caughtUp();
  health = new HealthChecks();
  registerHealth(running.service, health);
  expect((await health.run('ready')).status).toBe('up');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await running.close();
  server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const act = (command: ReturnType<typeof open>, cause: string) =>
  running.service.runner.run({
    ...{ decider: demoDecider, stream: STREAM, command },
    context: contextOfSystem(running.service.secret, 'spec', STREAM, cause),
  });
/** Once, where a command would try again and again. */
const refusesAppend = () => {
  const id = '00000000-0000-4000-8000-000000000001';
  const event = { id, type: 'DemoNoted', data: Buffer.alloc(200), metadata: Buffer.from('{}') };
  return expect(running.service.log.append(STREAM, [event], 'any')).rejects.toThrow();
};
const refusesCommand = () => expect(act(note(), 'second')).rejects.toThrow();

/** What `mb status` prints while all other services are well. */
async function mbStatus(lang: 'vi' | 'en'): Promise<string> {
  const said = listen();
  const call = async (path: string) => {
    const [, , name = ''] = path.split('/');
    const isOurs = name === 'triage';
    return Response.json(
      isOurs ? await running.service.operations.status() : well(name as 'intake'),
    );
  };
  await statusCommand(call, () => new Date(NOW)).run(['--lang', lang]);
  jest.restoreAllMocks();
  return said.text;
}

interface State {
  readonly what: string;
  happens(): Promise<unknown>;
  readonly ready: Health['status'];
  readonly vi: RegExp;
  readonly en: RegExp;
  /** Left out where only a backup helps. */
  mended?(): Promise<unknown>;
}

const untilUp = () => eventually(async () => expect((await health.run('ready')).status).toBe('up'));

const states: readonly State[] = [
  {
    what: 'a server that has gone',
    happens: async () => server.stop(),
    ready: 'down',
    vi: /triage: Nhật ký sự kiện không trả lời\./,
    en: /triage: The log of events does not answer\.\n.*STORE_UNAVAILABLE unavailable, since/,
    mended: () => server.start(),
  },
  {
    what: 'a server that is read-only',
    async happens() {
      server.appendFaults.push(...Array<'not-ready'>(99).fill('not-ready'));
      await refusesAppend();
    },
    ready: 'degraded',
    vi: /đọc được nhưng không ghi được/,
    en: /can be read, but not written.*\n.*APPEND_AMBIGUOUS, since/,
    async mended() {
      server.appendFaults.length = 0;
      await act(note(), 'third');
    },
  },
  {
    what: 'a server that is not the leader, and names one that is none either',
    async happens() {
      server.leader = server.port;
      server.appendFaults.push(...Array<'not-leader'>(99).fill('not-leader'));
      await refusesAppend();
    },
    ready: 'degraded',
    vi: /cụm máy chủ chưa có máy chính/,
    en: /the cluster has no leader/,
    async mended() {
      server.appendFaults.length = 0;
      await act(note(), 'third');
    },
  },
  {
    what: 'a certificate that is not trusted any more',
    async happens() {
      Object.assign(tls, ALSO_SELF_SIGNED);
      await server.restart();
    },
    ready: 'down',
    vi: /Chứng chỉ của máy chủ nhật ký không tin được/,
    en: /certificate of the log’s server is not trusted.*\n.*STORE_UNAVAILABLE certificate/,
    async mended() {
      Object.assign(tls, SELF_SIGNED);
      await server.restart();
    },
  },
  {
    what: 'a user whose rights were taken away',
    happens: async () => users.pop(),
    ready: 'down',
    vi: /Nhật ký sự kiện từ chối tài khoản/,
    en: /refuses the user: a wrong password, or no rights.*\n.*STORE_UNAVAILABLE access-denied/,
    mended: async () => users.push('mb:right'),
  },
  {
    what: 'another log in its place',
    async happens() {
      server.log.goBackTo(1);
      const log = '00000000-0000-4000-8000-00000000000a';
      server.log.write('minh-bach', [json('LogIdentified', { log })]);
    },
    ready: 'down',
    vi: /không phải nhật ký của dữ liệu này.*\n.*FOREIGN_LOG.*\n.*mb copy-log/,
    en: /This is not the log of these data.*\n.*FOREIGN_LOG.*\n.*mb copy-log.*mb forget-positions/,
  },
  {
    what: 'a stream of which events were taken away',
    async happens() {
      server.log.delete(STREAM);
      await refusesCommand();
    },
    ready: 'degraded',
    vi: /triage: triage\.petition-D26-48301725-4: Có người đã xóa sự kiện/,
    en: /triage: triage\.petition-D26-48301725-4: Somebody has taken events out.*\n.*STREAM_TRUNCATED/,
  },
  {
    what: 'a stream that was deleted for good',
    async happens() {
      server.log.tombstone(STREAM);
      await refusesCommand();
    },
    ready: 'degraded',
    vi: /triage\.petition-D26-48301725-4: Có người đã xóa hẳn luồng này/,
    en: /deleted this stream for good.*\n.*STREAM_DELETED/,
  },
  {
    what: 'an event of others among ours',
    happens: async () => server.log.write(STREAM, [json('TheirEvent', { theirs: true })]),
    ready: 'down',
    vi: /\(triage\.petition-D26-48301725-4 1\)\n.*sự kiện không do hệ thống ghi.*\(FOREIGN_EVENT\)/,
    en: /that the product did not write.*\(FOREIGN_EVENT\)\n.*Find out who may write/,
  },
  {
    what: 'a server whose limit is smaller than an event',
    async happens() {
      server.log.maxAppend = 100;
      await refusesAppend();
    },
    ready: 'degraded',
    vi: /Máy chủ của nhật ký không nhận một lần ghi vì quá lớn/,
    en: /refused a write as too large.*\n.*APPEND_TOO_LARGE.*\n.*MaxAppendSize/,
    async mended() {
      server.log.maxAppend = 1024 * 1024;
      await act(note(), 'third');
    },
  },
];

it.each(states)('$what: readiness and mb status say so', async (state) => {
  await state.happens();
  await eventually(async () => expect((await health.run('ready')).status).toBe(state.ready));
  if (state.ready === 'degraded')
    expect(await health.run('ready')).toMatchObject({ act: 'operator' });
  expect(await mbStatus('vi')).toMatch(state.vi);
  expect(await mbStatus('en')).toMatch(state.en);
  if (state.mended === undefined) return;
  await state.mended();
  await untilUp();
  expect(await mbStatus('en')).toContain('All services are well');
});
