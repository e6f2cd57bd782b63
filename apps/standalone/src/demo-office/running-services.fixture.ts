import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServicesApp } from '@minh-bach/assembly';
import { recordDemo } from '@minh-bach/directory';
import { publicationOf } from '@minh-bach/platform';
import { testInfrastructure } from '@minh-bach/platform/specs';
import { allParts } from '@minh-bach/services';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

const ISSUER = 'http://localhost/oidc';
const AUDIENCE = 'spec';

/** All services with the demo's people on this database, with a data folder of their own. */
export async function runningServices(databaseUrl: string, now: string) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'minh-bach-demo-office-'));
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const parts = await allParts();
  const { infrastructure, clock, close } = await testInfrastructure({
    databaseUrl,
    publications: parts.flatMap(({ service }) => publicationOf(service) ?? []),
    now,
  });
  const services = await createServicesApp(
    parts.map(({ module }) => module.for(infrastructure)),
    {
      name: 'services',
      mode: 'test',
      commandSecret: new Uint8Array(32).fill(1),
      tokens: { issuer: ISSUER, audience: AUDIENCE, keys: { keys: [jwk] } },
      demoPeople: true,
      clock,
      log: { level: 'silent' },
      shutdownHooks: false,
    },
  );
  /** Commands that were refused: status and body. */
  const refused: string[] = [];
  const door = services.getHttpAdapter().getInstance();
  door.addHook('onSend', async ({ method }, { statusCode }, payload) => {
    if (method === 'POST' && statusCode >= 400) refused.push(`${statusCode} ${String(payload)}`);
    return payload;
  });
  await services.listen(0, '127.0.0.1');
  return {
    dataFolder,
    services,
    clock,
    store: infrastructure.store,
    refused,
    recordPeople: () => recordDemo(services, ISSUER),
    tokenOf: (person: string) =>
      new SignJWT({ client_id: 'mb', jti: person })
        .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(`demo-${person}`)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    async close() {
      await services.close();
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
