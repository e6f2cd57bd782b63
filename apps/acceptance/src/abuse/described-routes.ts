import { POLICY, SERVICE_NAMES, type Action } from '@minh-bach/contracts';
import { servicesApp, type RunningServices } from './services-app.ts';

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
  const { app, close } = await servicesApp();
  await app.init();
  const routes = await routesOf(app);
  await close();
  return routes;
}

/** The same, of services that run. */
export async function routesOf(app: RunningServices['app']): Promise<DescribedRoute[]> {
  const routes: DescribedRoute[] = [];
  for (const service of SERVICE_NAMES) {
    const answer = await app.inject({ url: `/${service}/openapi.json` });
    const { paths } = answer.json<{ paths: Record<string, Record<string, Described>> }>();
    for (const [path, methods] of Object.entries(paths))
      for (const [method, described] of Object.entries(methods))
        routes.push(routeOf(method, path, described));
  }
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
