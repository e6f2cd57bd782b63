import { createServicesApp } from '@minh-bach/assembly';
import { POLICY, type Action } from '@minh-bach/contracts';
import { DirectoryModule, directoryService } from '@minh-bach/directory';
import { IntakeModule, intakeService } from '@minh-bach/intake';
import { InvestigationModule, investigationService } from '@minh-bach/investigation';
import { publicationOf } from '@minh-bach/platform';
import { testInfrastructure } from '@minh-bach/platform/specs';
import { ResponseModule, responseService } from '@minh-bach/response';
import { createTestDatabase } from '@minh-bach/testing';
import { TriageModule, triageService } from '@minh-bach/triage';
import { SERVICES } from '../harness/index.ts';

/** As much of a JSON schema as is needed to bend what it describes. */
export interface Shape {
  readonly type?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** A route as its service describes it to those who write clients. */
export interface DescribedRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** e.g. `/triage/petitions/{number}/notes`. */
  readonly path: string;
  /** `undefined`: for everybody, or for whoever has a post. */
  readonly action: Action | undefined;
  readonly isPublic: boolean;
  readonly isCommand: boolean;
  readonly body: Shape | undefined;
}

interface Described {
  readonly 'x-action'?: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Shape }> };
}

/** All routes of all services, by the OpenAPI that each of them serves. */
export async function describedRoutes(): Promise<DescribedRoute[]> {
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
      tokens: { issuer: 'http://localhost', audience: 'spec', keys: { keys: [] } },
      problems: [],
      clock,
      log: { level: 'silent' },
      shutdownHooks: false,
    },
  );
  await app.init();
  const routes: DescribedRoute[] = [];
  for (const service of SERVICES) {
    const answer = await app.inject({ url: `/${service}/openapi.json` });
    const { paths } = answer.json<{ paths: Record<string, Record<string, Described>> }>();
    for (const [path, methods] of Object.entries(paths))
      for (const [method, described] of Object.entries(methods))
        routes.push(routeOf(method, path, described));
  }
  await app.close();
  await close();
  await database.drop();
  return routes;
}

const METHODS: Readonly<Record<string, DescribedRoute['method']>> = {
  get: 'GET',
  delete: 'DELETE',
};

function routeOf(method: string, path: string, described: Described): DescribedRoute {
  const action = described['x-action'];
  return {
    method: METHODS[method] ?? 'POST',
    path,
    action: action !== undefined && action in POLICY ? (action as Action) : undefined,
    isPublic: described.security.length === 0,
    isCommand: described.parameters.some(({ name }) => name === 'Idempotency-Key'),
    body: described.requestBody?.content['application/json']?.schema,
  };
}
