import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, type DirectoryEntryV1, type Role } from '@minh-bach/contracts';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { JsonLogger } from '@minh-bach/http';
import { systemClock } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  contextOfSystem,
  directoryEntryDecider,
  operationsController,
  serviceProviders,
  type Infrastructure,
  type ServiceDefinition,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { createInfrastructure } from './infrastructure.ts';
import {
  Patient,
  directory,
  publications,
  seenDecider,
  type PetitionSeen,
} from './operations.fixture.ts';
import { createServicesApp } from './services-app.ts';

const ISSUER = 'https://sign-in.test';
const AUDIENCE = 'https://api.test';

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

export interface Sent {
  /** The role of who asks; each role has somebody of its name. */
  readonly as?: Role;
  readonly key?: string;
  readonly body?: object;
}

/**
 * Two services on a real PostgreSQL, behind the HTTP app, with somebody of each role. For specs.
 *
 * @param kept where data are, and stay; else in a folder that goes with the services
 */
export async function runOperatedServices(kept?: string) {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'minh-bach-operations-')));
  // The event store refuses the shared server of the tests, which does not wait for the disk.
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const { infrastructure, commandSecret, close } = await createInfrastructure({
    databaseUrl: postgres.url,
    secretsFolder: join(folder, 'secrets'),
    filesFolder: join(folder, 'files'),
    clock: systemClock,
    log: new JsonLogger({ service: 'test', destination }),
    messages: { by: 'log', publications },
  }).catch(async (error: unknown) => {
    await postgres.stop();
    throw error;
  });
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const patient = new Patient();
  const app = await createServicesApp(
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
  const triage = services.find(({ name }) => name === 'triage')!;
  for (const entry of ROLES.flatMap(somebody))
    await triage.runner.run({
      decider: directoryEntryDecider,
      stream: `directory.${entry.kind}-${entry.id}`,
      command: { type: 'NoteDirectoryEntry', entry },
      context: contextOfSystem(triage.secret, 'directory', entry.kind, entry.id),
    });

  const tokenOf = (subject: string) =>
    new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: subject })
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);

  return {
    patient,
    /** What was logged. */
    lines,
    async call<T>(
      method: 'GET' | 'POST',
      url: string,
      { as = 'operator', key, body }: Sent = {},
    ): Promise<{ status: number; body: T }> {
      const headers = {
        authorization: `Bearer ${await tokenOf(as)}`,
        ...(key !== undefined && { 'idempotency-key': key }),
      };
      const answer = await app.inject({ method, url, headers, ...(body && { payload: body }) });
      return { status: answer.statusCode, body: answer.json() as T };
    },
    /** Writes an event, and waits until triage's rows have come past it. */
    async see(stream: string, data: PetitionSeen['data'] = {}): Promise<void> {
      const cause = String(performance.now());
      const { position } = await triage.runner.run({
        decider: seenDecider,
        stream,
        command: data,
        context: contextOfSystem(triage.secret, 'spec', stream, cause),
      });
      await Promise.all([triage.rights.waitFor(position!), triage.lists.waitFor(position!)]);
    },
    async stop(): Promise<void> {
      await app.close();
      await close();
      await postgres.stop();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function somebody(role: Role): DirectoryEntryV1[] {
  const title = { vi: role, en: role };
  const dated = { from: '2026-01-01', to: null };
  return [
    { kind: 'person', id: role, name: role, issuer: ISSUER, subject: role, active: true },
    { kind: 'post', id: `post.${role}`, unit: 'CHQ', title, roles: [role], person: role, ...dated },
  ];
}
