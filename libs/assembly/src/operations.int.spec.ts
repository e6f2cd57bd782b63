import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ROLES,
  operationsSchema,
  type DirectoryEntryV1,
  type Operations,
  type Rebuild,
} from '@minh-bach/contracts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { systemClock } from '@minh-bach/kernel';
import {
  JsonLogger,
  ServiceRuntime,
  contextOfSystem,
  directoryEntryDecider,
  operationsController,
  serviceProviders,
  type Infrastructure,
  type ServiceDefinition,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { createInfrastructure, type AssembledInfrastructure } from './infrastructure.ts';
import {
  PETITION,
  Patient,
  clock,
  directory,
  publications,
  seenDecider,
  type PetitionSeen,
} from './operations.fixture.ts';
import { createServicesApp } from './services-app.ts';

const ISSUER = 'https://sign-in.test';
const AUDIENCE = 'https://api.test';
const STREAM = `intake.petition-${PETITION}`;

@Module({})
class TriageModule {}
@Module({})
class DirectoryModule {}

const moduleOf = (
  module: DynamicModule['module'],
  definition: ServiceDefinition,
  infrastructure: Infrastructure,
): DynamicModule => ({
  module,
  controllers: [operationsController(definition.name)],
  providers: serviceProviders(definition, infrastructure),
});

const patient = new Patient();
const lines: string[] = [];
let postgres: EmbeddedPostgres;
let folder: string;
let assembled: AssembledInfrastructure;
let app: NestFastifyApplication;
let triage: ServiceRuntime;
let tokenOf: (subject: string) => Promise<string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-operations-'));
  // The event store refuses the shared server of the tests, which does not wait for the disk.
  postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
  const destination = { write: (line: string) => void lines.push(line) };
  assembled = await createInfrastructure({
    databaseUrl: postgres.url,
    secretsFolder: join(folder, 'secrets'),
    filesFolder: join(folder, 'files'),
    clock: systemClock,
    log: new JsonLogger({ service: 'test', destination }),
    messages: { by: 'log', publications },
  });
  const { infrastructure, commandSecret } = assembled;
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  tokenOf = (subject) =>
    new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: subject })
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
  app = await createServicesApp(
    [
      moduleOf(TriageModule, patient.triage, infrastructure),
      moduleOf(DirectoryModule, directory, infrastructure),
    ],
    {
      name: 'services',
      mode: 'demo',
      commandSecret,
      tokens: { issuer: ISSUER, audience: AUDIENCE, keys: { keys: [jwk] } },
      // As the standalone product does by default.
      log: { level: 'warn', destination },
      shutdownHooks: false,
    },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const services: ServiceRuntime[] = app.get(ServiceRuntime, { each: true, strict: false });
  triage = services.find(({ name }) => name === 'triage')!;
  for (const role of ROLES) await appoint(role);
  for (const service of ['triage', 'directory'])
    await until(async () => (await get(service)).status === 200);
}, 60_000);

afterAll(async () => {
  await app.close();
  await assembled.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Somebody with this role, named after it. */
async function appoint(role: (typeof ROLES)[number]): Promise<void> {
  const title = { vi: role, en: role };
  const entries: DirectoryEntryV1[] = [
    { kind: 'person', id: role, name: role, issuer: ISSUER, subject: role, active: true },
    {
      kind: 'post',
      id: `post.${role}`,
      unit: 'CHQ',
      title,
      roles: [role],
      person: role,
      from: '2026-01-01',
      to: null,
    },
  ];
  for (const entry of entries)
    await triage.runner.run({
      decider: directoryEntryDecider,
      stream: `directory.${entry.kind}-${entry.id}`,
      command: { type: 'NoteDirectoryEntry', entry },
      context: contextOfSystem(triage.secret, 'directory', entry.kind, entry.id),
    });
}

async function see(stream: string, data: PetitionSeen['data'] = {}): Promise<void> {
  const { position } = await triage.runner.run({
    decider: seenDecider,
    stream,
    command: data,
    context: contextOfSystem(triage.secret, 'spec', stream, String(performance.now())),
  });
  await triage.readModel.waitFor(position!);
}

async function call<T>(
  method: 'GET' | 'POST',
  path: string,
  { as = 'operator', key, body }: { as?: string; key?: string; body?: object } = {},
): Promise<{ status: number; body: T }> {
  const answer = await app.inject({
    method,
    url: path,
    headers: {
      authorization: `Bearer ${await tokenOf(as)}`,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, body: answer.json() as T };
}

const get = (service = 'triage') => call<Operations>('GET', `/${service}/operations`);
let keys = 0;
const nextKey = () => `operations-${(keys += 1)}`;
const redrive = (body: object, service = 'triage') =>
  call('POST', `/${service}/operations/redrive`, { key: nextKey(), body });
const rebuild = (key = nextKey()) => call<Rebuild>('POST', '/triage/operations/rebuild', { key });

async function until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const end = performance.now() + withinMs; !(await holds());)
    if (performance.now() > end) throw new Error('it did not come true in time');
    else await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('operations', () => {
  it('say in the words of the contract that all is well', async () => {
    await until(async () => (await get()).body.readModel.caughtUp);
    const { body } = await get();
    expect(operationsSchema.parse(body)).toMatchObject({
      service: 'triage',
      messagesFlow: true,
      readModel: { state: 'running', error: null, rebuild: null },
      held: [],
      deadLetters: [],
    });
  });

  it.each(ROLES)('are for operators only: %s', async (as) => {
    const answers = [
      await call('GET', '/triage/operations', { as }),
      await call('POST', '/triage/operations/redrive', { as, key: nextKey(), body: {} }),
      await call('POST', '/triage/operations/rebuild', { as, key: nextKey() }),
    ].map(({ status }) => status);
    expect(answers).toEqual(as === 'operator' ? [200, 200, 202] : [403, 403, 403]);
    await until(async () => !rebuilding((await get()).body));
  });

  it('want a key for what they do, and a stream that is one', async () => {
    expect((await call('POST', '/triage/operations/rebuild')).status).toBe(428);
    expect((await call('POST', '/triage/operations/redrive', { body: {} })).status).toBe(428);
    expect((await redrive({ stream: "x'; --" })).status).toBe(400);
    expect((await redrive({ all: true })).status).toBe(400);
  });
});

const rebuilding = ({ readModel: { rebuild: run } }: Operations) =>
  run?.phase === 'building' || run?.phase === 'swapping';

describe('a poisoned message', () => {
  it('is shown with the clock that suffers, until an operator redrives it', async () => {
    await see(`triage.petition-${PETITION}`, { clocksStarted: [clock] });
    patient.poisoned = true;
    await see(STREAM);
    await see(STREAM);
    const held = async () => (await get()).body.held;
    await until(async () => (await held())[0]?.count === 2);

    expect(await held()).toEqual([
      {
        stream: STREAM,
        state: 'parked',
        since: expect.stringMatching(/Z$/),
        code: 'POISON',
        errorId: expect.any(String),
        count: 2,
        matter: PETITION,
        clocks: [{ rule: clock.rule, name: clock.name, legal: true, due: clock.due }],
      },
    ]);

    expect(await redrive({ stream: 'intake.petition-D26-00000000-0' })).toEqual({
      status: 200,
      body: { streams: 0, deadLetters: 0 },
    });
    patient.poisoned = false;
    expect(await redrive({ stream: STREAM })).toEqual({
      status: 200,
      body: { streams: 1, deadLetters: 0 },
    });
    await until(async () => (await held()).length === 0);
    expect(patient.handled).toBe(2);
  });

  it('leaves a line of who redrove it, where only warnings are kept', () => {
    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said).toContainEqual(
      expect.objectContaining({
        msg: 'operator',
        action: 'redrive',
        service: 'triage',
        person: 'operator',
        stream: STREAM,
        streams: 1,
        commandId: expect.any(String),
      }),
    );
  });

  it('is nothing that a service without an inbox could have', async () => {
    expect((await get('directory')).body.held).toEqual([]);
    expect(await redrive({}, 'directory')).toEqual({
      status: 200,
      body: { streams: 0, deadLetters: 0 },
    });
  });
});

describe('a rebuild', () => {
  it('is accepted once it has begun, tells how far it is, and refuses a second one', async () => {
    let open = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (patient.waits = resolve));
    patient.gate = new Promise((resolve) => (open = resolve));
    const first = rebuild('the-first-key');
    await waiting;

    const second = await rebuild();
    expect(second).toMatchObject({ status: 409, body: { code: 'REBUILD_RUNNING' } });

    patient.gate = undefined;
    open();
    const { status, body } = await first;
    expect({ status, phase: body.phase }).toEqual({ status: 202, phase: 'building' });
    await until(async () => (await get()).body.readModel.rebuild?.phase === 'done');
    const done = (await get()).body.readModel.rebuild;
    expect(done).toMatchObject({ id: body.id, code: null });
    expect(done?.done).toBe(done?.total);
    expect(done?.done).toBeGreaterThan(10);

    // A retry of the request that began it begins no other.
    expect(await rebuild('the-first-key')).toEqual({ status: 202, body: done });
  });

  it('serves the service as before', async () => {
    await until(async () => (await get()).body.readModel.caughtUp);
    expect((await get()).body.readModel).toMatchObject({ state: 'running', error: null });
  });
});
