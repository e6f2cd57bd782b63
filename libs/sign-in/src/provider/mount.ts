import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';
import { tellFailures } from './failures.ts';
import { languageCookie } from '../pages/language.ts';

/**
 * Hands everything else under the prefix to the provider, which reads the raw request. Its idea of
 * where it is comes from the issuer; headers by which a client could tell it otherwise are removed.
 */
export function mountProvider(app: FastifyInstance, provider: Provider): void {
  const { host, protocol, pathname: base } = new URL(provider.issuer);
  tellFailures(provider, app.log);
  const handle = provider.callback();

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', async (request, reply) => {
      const switched = languageCookie(request.raw, base);
      if (switched) reply.raw.appendHeader('set-cookie', switched);
      reply.hijack();
      await handle(placed(request.raw, base, host, protocol), reply.raw);
    });
  });
}

function placed(request: IncomingMessage, base: string, host: string, protocol: string) {
  for (const name of Object.keys(request.headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name];
  }
  request.headers.host = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  const originalUrl = withoutUserCode(request.url ?? base);
  return Object.assign(request, { originalUrl, url: originalUrl.slice(base.length) });
}

/** A link that carries the code would let its sender have it confirmed with one click. */
function withoutUserCode(url: string): string {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  // Decoded once, as the provider does: `user%5Fcode` is the same name.
  return [...new URLSearchParams(query).keys()].some((name) => /^user_code\b/i.test(name))
    ? path
    : url;
}
