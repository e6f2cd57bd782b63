import type { EventEmitter } from 'node:events';
import { isBrokenOff, isOutage } from '@minh-bach/kernel';
import type { FastifyBaseLogger } from 'fastify';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { languageOf } from '../pages/language.ts';
import { messagePage } from '../pages/message-page.ts';

const RETRY_AFTER_S = '5';
const BURST_MS = 10_000;

/** What the provider cannot do because its database is away is a 503, never a fault of its own. */
export function tellFailures(provider: Provider, log: FastifyBaseLogger): void {
  const failed = onceInAWhile((error) =>
    log.error({ error: error.name, outage: isOutage(error) }, 'the sign-in provider failed'),
  );
  // Without a listener each one is printed, with its message.
  const events: EventEmitter = provider;
  events.on('error', (error: Error, ctx?: KoaContextWithOIDC) => {
    if (!ctx || !isBrokenOff(ctx.req)) failed(error);
  });
  provider.on('server_error', (ctx, error) => {
    if (isOutage(error)) unavailable(ctx);
    if (!isBrokenOff(ctx.req)) failed(error);
  });
  provider.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (isOutage(error)) {
        unavailable(ctx);
        ctx.body = { error: 'temporarily_unavailable' };
        if (!isBrokenOff(ctx.req)) failed(error as Error);
        return;
      }
      // Thrown on, it would be a line of text without our headers. The provider cannot show its form
      // again to a browser without a session: that one began nowhere.
      const lost = ctx.oidc?.entities.Session !== undefined && ctx.oidc.session?.exp === undefined;
      ctx.status = lost ? 400 : 500;
      ctx.type = 'html';
      const base = new URL(provider.issuer).pathname;
      const kind = lost ? 'expired' : 'unavailable';
      ctx.body = messagePage({ language: languageOf(ctx.req), base, kind });
      if (!lost && !isBrokenOff(ctx.req)) failed(error as Error);
    }
  });
}

function unavailable(ctx: Pick<KoaContextWithOIDC, 'remove' | 'set' | 'status'>): void {
  ctx.status = 503;
  // Where it would have led, had it been done.
  ctx.remove('location');
  ctx.set('retry-after', RETRY_AFTER_S);
}

/** A database that is away fails each request; one line in a while says it. */
function onceInAWhile(say: (error: Error) => void): (error: Error) => void {
  let last = -Infinity;
  return (error) => {
    if (performance.now() - last < BURST_MS) return;
    last = performance.now();
    say(error);
  };
}
