import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Built } from './built.ts';
import { PAGE_CSP } from './policy.ts';
import { isEnglish, isPagePath } from './paths.ts';

/**
 * A visitor who asks for a page that there is not gets the words and ways on of a page, not a problem for
 * programs; so do those whose address has letters that no address has.
 */
export function tellUnknown(app: FastifyInstance, built: Built): void {
  const pages = { vi: built.text('404.html'), en: built.text('en/404.html') };
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 404 || !asksForPage(request)) return payload;
    void reply
      .removeHeader('content-length')
      .type('text/html; charset=utf-8')
      .header('content-security-policy', PAGE_CSP);
    return isEnglish(request.raw.url ?? '/') ? pages.en : pages.vi;
  });
}

const asksForPage = ({ method, raw, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  isPagePath(raw.url ?? '/') &&
  (!/\.\w+(\?|$)/.test(raw.url ?? '/') || headers['sec-fetch-mode'] === 'navigate');
