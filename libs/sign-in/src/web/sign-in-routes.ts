import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from 'oidc-provider';
import type { Provider } from 'oidc-provider';
import { foldUsername } from '../accounts/accounts.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Throttle } from '../accounts/throttle.ts';
import { Crowded } from '../hashing/hashing.ts';
import type { Hashing } from '../hashing/hashing.ts';
import { languageCookie, languageOf } from '../pages/language.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import type { SignInPage } from '../pages/sign-in-page.ts';
import type { DeviceCookie } from './device-cookie.ts';
import { pageErrors } from './errors.ts';
import { fieldOf, fromElsewhere } from './forms.ts';
import type { Limits } from './limits.ts';
import { networkOf } from './network.ts';

export interface SignInRoutes {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly throttle: Throttle;
  readonly hashing: Hashing;
  readonly devices: DeviceCookie;
  readonly limits: Limits;
  /** Tell that the demo people's names are shown where the program was started. */
  readonly demo: boolean;
}

/** The page to which the provider sends whoever has to say who he is. */
export function signInRoutes(app: FastifyInstance, it: SignInRoutes): void {
  const { origin, pathname: base } = new URL(it.provider.issuer);
  const path = '/interaction/:uid';

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    uiLocales: unknown,
    more: Partial<SignInPage>,
  ) =>
    reply.type('text/html; charset=utf-8').send(
      signInPage({
        language: languageOf(request.raw, uiLocales),
        base,
        action: request.url.split('?')[0] ?? base,
        demo: it.demo,
        ...more,
      }),
    );

  app.get(path, async (request, reply) => {
    const step = await it.provider.interactionDetails(request.raw, reply.raw);
    const chosen = languageCookie(request.raw, base);
    if (chosen) void reply.header('set-cookie', chosen);
    return show(request, reply, step.params['ui_locales'], {});
  });

  app.post(path, it.limits.form, async (request, reply) => {
    const step = await it.provider.interactionDetails(request.raw, reply.raw);
    if (fromElsewhere(request, origin)) throw new errors.SessionNotFound('foreign origin');

    const username = foldUsername(fieldOf(request, 'username')).slice(0, 100);
    // Whole: the form's limit bounds it, and one that is cut would never be right.
    const password = fieldOf(request, 'password');
    const { cookie } = request.headers;
    const device = it.devices.deviceOf(cookie, username);
    const uiLocales = step.params['ui_locales'];

    const again = (code: number, failure: SignInPage['failure'], seconds?: number) => {
      if (seconds !== undefined) void reply.header('retry-after', seconds);
      return show(request, reply.code(code), uiLocales, { username, ...(failure && { failure }) });
    };

    // 1. Too early is told before a place is taken.
    const network = networkOf(request.ip);
    const tryer = { username, device, network };
    const early = await it.throttle.wait(tryer);
    if (early > 0) return again(429, { waitSeconds: early }, early);

    // 2. A try counts when its turn comes: what finds no place was no try.
    const asker = { network, account: username, known: device !== undefined };
    const tried = await it.hashing
      .run(
        asker,
        async () => {
          const waitSeconds = await it.throttle.take(tryer);
          return waitSeconds > 0
            ? { waitSeconds }
            : { sub: await it.accounts.verify(username, password) };
        },
        goneOf(reply),
      )
      .catch((error: unknown) => {
        if (error instanceof Crowded) return error;
        throw error;
      });
    if (tried instanceof Crowded)
      return again(503, { crowdedSeconds: tried.seconds }, tried.seconds);
    const { sub, waitSeconds } = tried;
    if (waitSeconds !== undefined) return again(429, { waitSeconds }, waitSeconds);
    if (sub === undefined) return again(401, 'wrong');

    // 3. The right one.
    await it.throttle.succeeded(tryer);
    const next = await it.provider.interactionResult(
      request.raw,
      reply.raw,
      { login: { accountId: sub, remember: false, amr: ['pwd'] } },
      { mergeWithLastSubmission: false },
    );
    if (device === undefined)
      void reply.header('set-cookie', it.devices.issue(username, it.devices.device(cookie)));
    return reply.redirect(next, 303);
  });

  pageErrors(app, base);
}

/** Aborted when the browser hangs up before it has its answer. */
function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
