import { backgroundHeader } from '../session/presence.ts';
import { canSignInAgain, signedInAgain } from '../session/renewal.ts';
import { heard, unheard } from './connection.ts';
import { noAnswer, Problem, problemOf } from './problem.ts';
import type { Service } from './types.ts';

interface Asked {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Of one's own last write in each service: the next read there waits for it. */
const positions = new Map<string, string>();
let actingPost: string | undefined;

export const positionIn = (service: Service): string | undefined => positions.get(service);
export const actAs = (post: string | undefined): void => void (actingPost = post);

/** Forgets whose session this was. */
export function forget(): void {
  positions.clear();
  actingPost = undefined;
}

/** Read your own write: of the service that is asked, or of each one behind a merged page. */
const waitingFor = (asked: string): Record<string, string> => {
  if (asked === 'matters')
    return Object.fromEntries(
      [...positions].map(([service, position]) => [`x-wait-position-${service}`, position]),
    );
  const position = positions.get(asked);
  return position === undefined ? {} : { 'x-wait-position': position };
};

/** @throws Problem whatever goes wrong, in words */
export async function ask(path: string, asked: Asked = {}): Promise<Response> {
  const { method = 'GET', body, headers = {}, signal } = asked;
  const form = body instanceof FormData;
  const response = await fetch(`/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(method === 'GET' ? backgroundHeader() : { 'x-minh-bach': '1' }),
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      ...waitingFor(path.split('/')[1] ?? ''),
      ...(actingPost === undefined ? {} : { 'x-acting-post': actingPost }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    unheard();
    throw new Problem(noAnswer);
  });
  heard();
  if (response.status === 401 && method === 'POST' && canSignInAgain()) {
    await signedInAgain();
    // The same command, under the same key.
    return ask(path, asked);
  }
  return accepted(response);
}

/** @throws Problem a refusal, in words */
export async function accepted(response: Response): Promise<Response> {
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null));
  return response;
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await ask(path, signal ? { signal } : {});
  return (await response.json()) as T;
}

export interface CommandHeaders {
  /** One for each opening of a form: a retry is the same command. */
  readonly key: string;
  /** The revision that was read; without it the command is not tied to what was seen. */
  readonly revision?: number;
}

export async function command<T>(
  service: Service,
  path: string,
  body: unknown,
  { key, revision }: CommandHeaders,
): Promise<T> {
  const response = await ask(`/${service}${path}`, {
    method: 'POST',
    body,
    headers: {
      'idempotency-key': key,
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    },
  });
  const answer = (await response.json()) as T & { position?: string | null };
  const position = answer.position ?? response.headers.get('x-position');
  if (position) positions.set(service, position);
  return answer;
}
