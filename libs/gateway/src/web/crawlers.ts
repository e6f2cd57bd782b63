import type { FastifyInstance } from 'fastify';
import type { Built } from './built.ts';

/** What search engines may look at, and where it is: pages for everybody. */
export function tellCrawlers(app: FastifyInstance, built: Built, origin: string): void {
  const closed = ['/api/', '/auth/', '/oidc/'];
  const ofStaff = built.consoleAddresses.map((address) => address.replace(/\$.*$/, ''));
  const robots = [
    'User-agent: *',
    ...[...closed, ...ofStaff].map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
  const sitemap = sitemapOf(built.site, origin);
  const kept = 'public, max-age=3600';
  app.get('/robots.txt', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', kept).send(robots),
  );
  app.get('/sitemap.xml', (_request, reply) =>
    reply.type('application/xml; charset=utf-8').header('cache-control', kept).send(sitemap),
  );
}

function sitemapOf(site: Built['site'], origin: string): string {
  const entries = Object.values(site).flatMap(({ vi, en }) => {
    const alternates = [
      ['vi', vi],
      ['en', en],
    ].map(
      ([language, address]) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${origin}${address}"/>`,
    );
    return [vi, en].map(
      (address) => `<url><loc>${origin}${address}</loc>${alternates.join('')}</url>`,
    );
  });
  const spaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n${entries.join('\n')}\n</urlset>\n`;
}
