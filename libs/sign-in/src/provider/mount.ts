import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { languageCookie, languageOf } from '../pages/language.ts';
import { messagePage } from '../pages/message-page.ts';
import { pageErrors } from '../web/errors.ts';
import type { Limits, SourceOf } from '../web/limits.ts';
import { pageVisitsOnly } from '../web/page-visit.ts';
import { Total } from '../web/total.ts';
import { asCaller, callerOf } from './caller.ts';
import { GATEWAY_CLIENT } from './clients.ts';
import { tellFailures } from './failures.ts';
import { keepNobody } from './fresh-sign-in.ts';
import type { Guesses } from './guesses.ts';

/** Ours ask with far less; what is longer would only be kept. */
const MOST_QUERY = 2_000;
const MOST_BODY = 8_192;
/**
 * Codes for devices a minute, of all networks together. Each lives for ten minutes: so many are far
 * fewer than are kept, and nobody's code has to give way.
 */
const DEVICES_IN_ALL = 300;
/** Of a step that has begun. */
const UID = '(^[\\w-]{10,64}$)';

export interface Mount {
  readonly provider: Provider;
  readonly guesses: Guesses;
  /** By which the gateway is told from those who only use its name. */
  readonly gatewaySecret: string;
  readonly source: SourceOf;
  readonly limits: Limits;
}

/**
 * Hands what is named here to the provider, which reads the raw request. Nothing else: its own router
 * takes other spellings too (`/Authorize`, `/authorize/`), and these would go past the limits. Its idea of
 * where it is comes from the issuer; headers by which a client could tell it otherwise are removed.
 */
export function mountProvider(
  app: FastifyInstance,
  { provider, guesses, gatewaySecret, source, limits }: Mount,
): void {
  const tokenLimit = limits.token((request) => isGateway(request, gatewaySecret));
  const { host, protocol, pathname: base } = new URL(provider.issuer);
  // The first is around the second, which may find the database away, too.
  tellFailures(provider, app.log);
  keepNobody(provider);
  const handle = provider.callback();

  const hand = async (request: FastifyRequest, reply: FastifyReply) => {
    refuseLong(request);
    const switched = languageCookie(request.raw, base);
    if (switched) reply.raw.appendHeader('set-cookie', switched);
    const caller = callerOf(source(request));
    reply.hijack();
    await asCaller(caller, () => handle(placed(request.raw, base, host, protocol), reply.raw));
  };
  const raw = (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  };

  // 1. What programs ask.
  void app.register(async (scope) => {
    raw(scope);
    scope.get('/.well-known/openid-configuration', hand);
    scope.get('/jwks', hand);
    scope.post('/token', tokenLimit, hand);
    scope.post('/revoke', tokenLimit, hand);
    const all = new Total(DEVICES_IN_ALL);
    scope.post('/device/authorize', limits.device, async (request, reply) => {
      const seconds = all.take();
      if (seconds === 0) return hand(request, reply);
      void reply.header('retry-after', seconds);
      throw Object.assign(new Error('too many devices'), { statusCode: 429 });
    });
  });

  // 2. What browsers open.
  void app.register(async (scope) => {
    raw(scope);
    pageVisitsOnly(scope);
    pageErrors(scope, base);
    scope.get('/authorize', limits.authorize, hand);
    scope.post('/device', limits.code, async (request, reply) => {
      const seconds = guesses.wait(callerOf(source(request)));
      if (seconds === 0) return hand(request, reply);
      return reply
        .code(429)
        .header('retry-after', seconds)
        .type('text/html; charset=utf-8')
        .send(messagePage({ language: languageOf(request.raw), base, kind: 'codesWrong' }));
    });
    scope.get(`/authorize/:uid${UID}`, limits.authorize, hand);
    scope.get('/device', limits.authorize, hand);
    scope.get(`/device/:uid${UID}`, limits.authorize, hand);
  });
}

function refuseLong(request: FastifyRequest): void {
  const { 'content-length': length = '0', 'transfer-encoding': chunked } = request.headers;
  const query = (request.raw.url ?? '').length > MOST_QUERY;
  if (query || chunked !== undefined || Number(length) > MOST_BODY)
    throw Object.assign(new Error('too long'), { statusCode: query ? 414 : 413 });
}

/** Name and secret: the name alone anybody can send. */
function isGateway({ headers }: FastifyRequest, secret: string): boolean {
  const basic = /^Basic ([\w+/=-]{1,500})$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
  return timingSafeEqual(
    digest(Buffer.from(basic, 'base64')),
    digest(`${GATEWAY_CLIENT}:${secret}`),
  );
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
