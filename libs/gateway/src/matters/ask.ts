import type { IncomingHttpHeaders } from 'node:http';
import { SERVICES, SERVICE_NAMES, type ServiceName } from '@minh-bach/contracts';
import { jsonOf } from '../proxy/ask-service.ts';
import { inward } from '../proxy/headers.ts';
import type { Services } from '../proxy/services.ts';

/** Those that keep something of a matter. */
export const MATTER_SERVICES = SERVICE_NAMES.filter((service) => SERVICES[service].matters);

const TIMEOUT_MS = 5_000;

export type Answer =
  | { readonly service: ServiceName; readonly kind: 'found'; readonly body: unknown }
  | {
      readonly service: ServiceName;
      readonly kind: 'absent' | 'forbidden' | 'unauthorized' | 'pending';
    };

/** What each service needs to know of the asker; positions are plain. */
export interface Asker {
  readonly accessToken: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Asks all services at once. One that does not answer, or not sensibly, is `pending`. Positions are of
 * one service's writes: `X-Wait-Position-Triage` goes to triage alone, as its `X-Wait-Position`.
 */
export function askAll(
  services: Services,
  path: (service: ServiceName) => string,
  asker: Asker,
): Promise<Answer[]> {
  return Promise.all(
    MATTER_SERVICES.map(async (service): Promise<Answer> => {
      try {
        const answer = await services.ask(service, path(service), {
          headers: headersFor(service, asker),
          withinMs: TIMEOUT_MS,
        });
        if (answer.status === 200) return { service, kind: 'found', body: jsonOf(answer) };
        return { service, kind: KINDS[answer.status] ?? 'pending' };
      } catch {
        return { service, kind: 'pending' };
      }
    }),
  );
}

function headersFor(service: ServiceName, { headers, accessToken }: Asker): Record<string, string> {
  const position = headers[`x-wait-position-${service}`];
  const post = headers['x-acting-post'];
  return inward(
    {
      accept: 'application/json',
      ...(post === undefined ? {} : { 'x-acting-post': post }),
      ...(position === undefined ? {} : { 'x-wait-position': position }),
    },
    accessToken,
  );
}

const KINDS: Record<number, 'absent' | 'forbidden' | 'unauthorized'> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'absent',
};
