import type { Site } from './built.ts';

/**
 * Where a page is, and where in the other language, as search engines read it: whole addresses, which
 * the build does not know (RFC 8288).
 */
export function placesIn(site: Site, origin: string): (path: string) => string | undefined {
  const links = Object.values(site).flatMap(({ vi, en }) => {
    const alternate = (language: string, address: string) =>
      `<${origin}${address}>; rel="alternate"; hreflang="${language}"`;
    const alternates = [alternate('vi', vi), alternate('en', en), alternate('x-default', vi)];
    return [vi, en].map(
      (own) => [own, [`<${origin}${own}>; rel="canonical"`, ...alternates].join(', ')] as const,
    );
  });
  const known = new Map(links);
  return (path) => known.get(path);
}
