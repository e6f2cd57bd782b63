import { createServicesApp } from '@minh-bach/assembly';
import type { HttpAppConfig } from '@minh-bach/http';
import { publicationOf, type Infrastructure } from '@minh-bach/platform';
import { testInfrastructure } from '@minh-bach/platform/specs';
import { allParts } from '@minh-bach/services';
import { createTestDatabase } from '@minh-bach/testing';

/** Lets nobody in. */
const nobody: HttpAppConfig['tokens'] = {
  issuer: 'http://localhost',
  audience: 'spec',
  keys: { keys: [] },
};

/** All services in this process, without the door before them, on a database of their own. */
export async function servicesApp(tokens = nobody, over: Partial<Infrastructure> = {}) {
  const database = await createTestDatabase();
  const parts = await allParts();
  const { infrastructure, clock, close } = await testInfrastructure({
    databaseUrl: database.url,
    publications: parts.flatMap(({ service }) => publicationOf(service) ?? []),
    now: '2026-11-20T02:00:00.000Z',
  });
  const app = await createServicesApp(
    parts.map(({ module }) => module.for({ ...infrastructure, ...over })),
    {
      name: 'services',
      mode: 'test',
      commandSecret: new Uint8Array(32).fill(1),
      tokens,
      demoPeople: true,
      clock,
      log: { level: 'silent' },
      shutdownHooks: false,
    },
  );
  return {
    app,
    clock,
    async close() {
      await app.close();
      await close();
      await database.drop();
    },
  };
}
export type RunningServices = Awaited<ReturnType<typeof servicesApp>>;
