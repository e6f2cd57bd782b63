import { randomOctets } from '@minh-bach/kernel';
import type { IncomingHttpHeaders } from 'node:http';

/** All else stays at the door: cookies, `Authorization`, `X-Forwarded-*`, `Forwarded`, trace ids … */
const INWARD = [
  'accept',
  'accept-language',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'range',
  'x-acting-post',
  'x-wait-position',
] as const;

const OUTWARD = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'etag',
  'link',
  'location',
  'retry-after',
  'x-request-id',
] as const;

/** What a service gets to see of a request; how long its body is, the sender of it says. */
export function inward(headers: IncomingHttpHeaders, accessToken?: string): Record<string, string> {
  const kept = pick(headers, INWARD);
  kept['traceparent'] =
    `00-${randomOctets(16).toString('hex')}-${randomOctets(8).toString('hex')}-01`;
  if (accessToken !== undefined) kept['authorization'] = `Bearer ${accessToken}`;
  return kept;
}

/** What a browser gets to see of a service's answer; its addresses are put under `/api`. */
export function outward(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = pick(headers, OUTWARD);
  const { location } = kept;
  if (location !== undefined) {
    const { pathname, search } = new URL(location, 'http://_');
    kept['location'] = `/api${pathname}${search}`;
  }
  kept['cache-control'] = 'no-store';
  return kept;
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') kept[name] = value;
  }
  return kept;
}
