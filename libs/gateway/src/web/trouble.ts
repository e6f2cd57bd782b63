import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Built } from './built.ts';
import { isEnglish, isPagePath } from './paths.ts';
import { PAGE_CSP } from './policy.ts';

/**
 * A visitor who asks for a page that there is not, or that does not come now, gets the words and ways on
 * of a page, not a problem for programs; so do those whose address has letters that no address has.
 */
export function tellTrouble(app: FastifyInstance, built: Built): void {
  const pagesOf = (name: string) => ({ vi: built.text(name), en: built.text(`en/${name}`) });
  const [unknown, trouble] = [pagesOf('404.html'), pagesOf('500.html')];
  app.addHook('onSend', async (request, reply, payload) => {
    const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem');
    const isTold = [404, 429].includes(reply.statusCode) || reply.statusCode >= 500;
    if (!isProblem || !isTold || !asksForPage(request)) return payload;
    void reply
      .removeHeader('content-length')
      .type('text/html; charset=utf-8')
      .header('content-security-policy', PAGE_CSP);
    const page = reply.statusCode === 404 ? unknown : trouble;
    return isEnglish(request.raw.url ?? '/') ? page.en : page.vi;
  });
}

/** A browser on its way to a page, or the form of one. */
const asksForPage = ({ method, raw: { url = '/' }, headers }: FastifyRequest): boolean =>
  isPagePath(url) &&
  (headers['sec-fetch-mode'] === 'navigate' ||
    headers['content-type'] === 'application/x-www-form-urlencoded' ||
    ((method === 'GET' || method === 'HEAD') && !/\.\w+(\?|$)/.test(url)));
