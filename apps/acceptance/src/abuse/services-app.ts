import { createServicesApp } from '@minh-bach/assembly';
import { DirectoryModule, directoryService } from '@minh-bach/directory';
import type { HttpAppConfig } from '@minh-bach/http';
import { IntakeModule, intakeService } from '@minh-bach/intake';
import { InvestigationModule, investigationService } from '@minh-bach/investigation';
import { publicationOf } from '@minh-bach/platform';
import { testInfrastructure } from '@minh-bach/platform/specs';
import { ResponseModule, responseService } from '@minh-bach/response';
import { createTestDatabase } from '@minh-bach/testing';
import { TriageModule, triageService } from '@minh-bach/triage';

/** Lets nobody in. */
const nobody: HttpAppConfig['tokens'] = {
  issuer: 'http://localhost',
  audience: 'spec',
  keys: { keys: [] },
};

/** All services in this process, without the door before them, on a database of their own. */
export async function servicesApp(tokens = nobody) {
  const database = await createTestDatabase();
  const { infrastructure, clock, close } = await testInfrastructure({
    databaseUrl: database.url,
    publications: [
      directoryService,
      intakeService,
      triageService,
      investigationService,
      responseService,
    ].flatMap((service) => publicationOf(service) ?? []),
    now: '2026-11-20T02:00:00.000Z',
  });
  const services = [
    DirectoryModule,
    IntakeModule,
    TriageModule,
    InvestigationModule,
    ResponseModule,
  ];
  const app = await createServicesApp(
    services.map((service) => service.for(infrastructure)),
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
    async close() {
      await app.close();
      await close();
      await database.drop();
    },
  };
}
