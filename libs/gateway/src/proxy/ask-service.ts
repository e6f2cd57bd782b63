import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { UPSTREAM_MS } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface ServiceQuestion {
  /** @default 'GET' */
  readonly method?: string;
  readonly headers: Record<string, string>;
  /** Nothing for a request without a body. */
  readonly body?: Buffer | undefined;
  readonly withinMs?: number;
}

/** Connections are kept; `fetch` does the same for three times the processor time. */
const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

/**
 * One whole request, one whole answer: whatever the other side of the door does meanwhile, the
 * service is done with it as fast as it can.
 *
 * @throws Refusal `UNAVAILABLE`
 */
export async function askService(
  url: string,
  { method = 'GET', headers, body, withinMs = UPSTREAM_MS }: ServiceQuestion,
): Promise<ServiceAnswer> {
  try {
    const target = new URL(url);
    const isTls = target.protocol === 'https:';
    const signal = AbortSignal.timeout(withinMs);
    const agent = agents[isTls ? 'https:' : 'http:'];
    // Node frames no body of a GET, DELETE or OPTIONS by itself: it would be read as the next request.
    const framed = body ? { ...headers, 'content-length': String(body.length) } : headers;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (isTls ? https : http).request(target, {
        ...{ method, headers: framed, agent, signal },
      });
      request.once('response', resolve).on('error', reject).end(body);
    });
    return { status: answer.statusCode!, headers: answer.headers, body: await buffer(answer) };
  } catch (cause) {
    throw new Refusal('UNAVAILABLE', {}, { cause });
  }
}

/** @throws Refusal `UNAVAILABLE` where it is no JSON */
export function jsonOf({ body }: Pick<ServiceAnswer, 'body'>): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch (cause) {
    throw new Refusal('UNAVAILABLE', {}, { cause });
  }
}
