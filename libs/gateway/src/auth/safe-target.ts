import { isPlainPath } from '../http/paths.ts';

const MOST = 500;
/** Where no page of the console is. */
const NO_PAGE = /^\/(api|auth|oidc)(\/|$)/;

/**
 * A place in our own console, or its front page: signing in sends nobody elsewhere. The address is
 * judged as a browser resolves it, and only that normalised spelling is redirected to:
 * `/.//evil.example` becomes `//evil.example`, which is another host.
 */
export function safeTarget(to: unknown, publicOrigin: string): string {
  // `URL` drops tabs and line breaks, and takes a backslash for a slash.
  if (typeof to !== 'string' || to.length > MOST || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(to))
    return '/';
  if (!URL.canParse(to, publicOrigin)) return '/';
  const { origin, pathname, search, hash } = new URL(to, publicOrigin);
  const ours = origin === publicOrigin && isPlainPath(pathname) && !NO_PAGE.test(pathname);
  return ours ? pathname + search + hash : '/';
}
