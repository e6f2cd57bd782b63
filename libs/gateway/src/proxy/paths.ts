import { SERVICE_NAMES, type ServiceName } from '@minh-bach/contracts';

const PATH = new RegExp(`^/api/(${SERVICE_NAMES.join('|')})((?:/[A-Za-z0-9._~-]+)+)$`);
const QUERY = /^[\w.~%!$&'()*+,;=:@/?-]{0,4000}$/;
/** Never from outside, wherever a service may keep them; `track` and `published` only by their public doors,
 * `figures` by the page that hides small ones. */
const CLOSED = /^\/(health|metrics|test|docs|openapi\b.*|track|published|figures)(\/|$)/i;

/** What follows `?`, with it, where it is spelt as is let through. */
export function searchOf(rawUrl: string): string | undefined {
  const [, query = '', ...more] = rawUrl.split('?');
  if (more.length > 0 || !QUERY.test(query) || /%00/.test(query)) return undefined;
  return query && `?${query}`;
}

export interface Target {
  readonly service: ServiceName;
  /** Within the service, e.g. `/intake/petitions/D26-48301725-1`. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

/**
 * What a raw path under `/api` means, if it is spelt in the one way that is let through: no
 * percent-encoding, no empty, `.` or `..` segment, no trailing slash. So what we judge is what the
 * service sees.
 */
export function targetOf(rawUrl: string): Target | undefined {
  const [path = '', query = '', ...more] = rawUrl.split('?');
  if (more.length > 0 || !QUERY.test(query) || /%00/.test(query)) return undefined;
  const [, service, rest] = PATH.exec(path) ?? [];
  if (service === undefined || rest === undefined) return undefined;
  if (CLOSED.test(rest) || rest.split('/').some((segment) => /^\.+$/.test(segment)))
    return undefined;
  return {
    service: service as ServiceName,
    path: `/${service}${rest}`,
    search: query && `?${query}`,
  };
}
