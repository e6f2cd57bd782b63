import type { IncomingHttpHeaders } from 'node:http';
import { UPSTREAM_MS } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface ServiceQuestion {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** Nothing for a request without a body. */
  readonly body: Buffer | undefined;
}

/**
 * One whole request, one whole answer: whatever the other side of the door does meanwhile, the
 * service is done with it as fast as it can.
 *
 * @throws Refusal `UNAVAILABLE`
 */
export async function askService(
  url: string,
  { method, headers, body }: ServiceQuestion,
): Promise<ServiceAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(UPSTREAM_MS),
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    };
  } catch (cause) {
    throw new Refusal('UNAVAILABLE', {}, { cause });
  }
}
