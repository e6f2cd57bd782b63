import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../http/problem.ts';

const HEADER = 'x-wait-position';

/** What a request waits for, as the services understand it. */
export interface Waiting {
  readonly headers: IncomingHttpHeaders;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly waits: boolean;
}

/**
 * Opens each position that a request names: `X-Wait-Position`, `X-Wait-Position-<Service>`, `?after=`.
 *
 * @throws Refusal `FOREIGN_POSITION` before anything waits
 */
export function openIn(
  headers: IncomingHttpHeaders,
  search: string,
  open: (token: string) => string,
): Waiting {
  const opened = Object.entries(headers).flatMap(([name, value]) =>
    name === HEADER || name.startsWith(`${HEADER}-`) ? [[name, one(value, open)] as const] : [],
  );
  // Decoded once, as the services do: `%61fter` is `after`.
  const query = new URLSearchParams(search);
  const tokens = query.getAll('after');
  if (tokens.length > 1) throw new Refusal('FOREIGN_POSITION');
  const [token] = tokens;
  if (token !== undefined) query.set('after', open(token));
  return {
    headers: { ...headers, ...Object.fromEntries(opened) },
    search: token === undefined ? search : `?${query}`,
    waits: opened.length > 0 || token !== undefined,
  };
}

function one(value: string | string[] | undefined, open: (token: string) => string): string {
  if (typeof value !== 'string') throw new Refusal('FOREIGN_POSITION');
  return open(value);
}
