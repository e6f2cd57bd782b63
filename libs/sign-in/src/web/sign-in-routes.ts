import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from 'oidc-provider';
import type { Provider } from 'oidc-provider';
import { foldUsername } from '../accounts/accounts.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Throttle } from '../accounts/throttle.ts';
import { languageCookie, languageOf } from '../pages/language.ts';
import { messagePage } from '../pages/message-page.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import type { SignInPage } from '../pages/sign-in-page.ts';
import type { DeviceCookie } from './device-cookie.ts';
import { fieldOf, FORM_LIMIT, fromElsewhere } from './forms.ts';

export interface SignInRoutes {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly throttle: Throttle;
  readonly devices: DeviceCookie;
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

  app.post(path, FORM_LIMIT, async (request, reply) => {
    const step = await it.provider.interactionDetails(request.raw, reply.raw);
    if (fromElsewhere(request, origin)) throw new errors.SessionNotFound('foreign origin');

    const username = foldUsername(fieldOf(request, 'username')).slice(0, 100);
    const password = fieldOf(request, 'password').slice(0, 200);
    const device = it.devices.read(request.headers.cookie, username);
    const uiLocales = step.params['ui_locales'];

    const waitSeconds = await it.throttle.take(username, device);
    if (waitSeconds > 0) {
      void reply.code(429).header('retry-after', waitSeconds);
      return show(request, reply, uiLocales, { username, failure: { waitSeconds } });
    }
    const sub = await it.accounts.verify(username, password);
    if (sub === undefined) {
      void reply.code(401);
      return show(request, reply, uiLocales, { username, failure: 'wrong' });
    }
    await it.throttle.succeeded(username, device);
    const next = await it.provider.interactionResult(
      request.raw,
      reply.raw,
      { login: { accountId: sub, remember: false, amr: ['pwd'] } },
      { mergeWithLastSubmission: false },
    );
    if (device === undefined) void reply.header('set-cookie', it.devices.issue(username));
    return reply.redirect(next, 303);
  });

  app.setErrorHandler(async (error, request, reply) => {
    const expired = error instanceof errors.SessionNotFound;
    if (!expired)
      request.log.error(
        { code: error instanceof Error ? error.name : 'unknown' },
        'sign-in failed',
      );
    const kind = expired ? 'expired' : 'failed';
    return reply
      .code(expired ? 400 : 500)
      .type('text/html; charset=utf-8')
      .send(messagePage({ language: languageOf(request.raw), base, kind }));
  });
}
