import { randomUUID } from 'node:crypto';
import {
  WATCHED_SERVICES,
  operationsSchema,
  type Operations,
  type WatchedService,
} from '@minh-bach/contracts';
import type { callApi } from '../session/api.ts';

export type CallApi = typeof callApi;

/** What a service says of itself; nothing when it does not answer. */
export interface Report {
  readonly service: WatchedService;
  readonly status?: Operations;
}

export const isWatched = (name: string): name is WatchedService =>
  (WATCHED_SERVICES as readonly string[]).includes(name);

const pathOf = (service: WatchedService) => `/api/${service}/operations`;

/** @returns the answer, to be refused as it is when it says 403 */
export const askStatus = (call: CallApi, service: WatchedService): Promise<Response> =>
  call(pathOf(service), { headers: { accept: 'application/json' } });

/** Each request under a key of its own: who runs the command again wants it done again. */
export const command = (
  call: CallApi,
  service: WatchedService,
  action: 'rebuild' | 'redrive',
  body: object | undefined,
): Promise<Response> =>
  call(`${pathOf(service)}/${action}`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'idempotency-key': randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });

/**
 * All of these services, or the refusal of one that says the asker is no operator. A service that
 * is away is no reason to say nothing of the others.
 */
export async function reportsOf(
  call: CallApi,
  services: readonly WatchedService[] = WATCHED_SERVICES,
): Promise<{ readonly reports: readonly Report[] } | { readonly refused: Response }> {
  const answers = await Promise.all(
    services.map(async (service) => ({ service, response: await askStatus(call, service) })),
  );
  const refused = answers.find(({ response }) => response.status === 403)?.response;
  if (refused) return { refused };
  const reports = answers.map(async ({ service, response }): Promise<Report> => {
    if (!response.ok) return { service };
    return { service, status: operationsSchema.parse(await response.json()) };
  });
  return { reports: await Promise.all(reports) };
}
