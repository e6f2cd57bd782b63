/** A place in our own console, or its front page: nobody is sent elsewhere by signing in. */
export function safeTarget(to: unknown, publicOrigin: string): string {
  if (typeof to !== 'string' || to.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to))
    return '/';
  const url = new URL(to, publicOrigin);
  const ours = url.origin === publicOrigin && !/^\/(api|auth|oidc)(\/|$)/.test(url.pathname);
  return ours ? url.pathname + url.search + url.hash : '/';
}
