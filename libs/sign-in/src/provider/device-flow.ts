import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Accounts } from '../accounts/accounts.ts';
import { deviceCodePage, deviceConfirmPage, deviceDonePage } from '../pages/device-pages.ts';
import { languageOf } from '../pages/language.ts';
import { currentCaller } from './caller.ts';
import type { Guesses } from './guesses.ts';

export interface DeviceFlow {
  readonly accounts: Accounts;
  readonly guesses: Guesses;
}

/** RFC 8628: `mb` shows a code, its owner types it here. @param base where the provider is mounted */
export const deviceFlow = (base: string, { accounts, guesses }: DeviceFlow) => ({
  enabled: true,
  // Who asked, and from where, is not kept.
  deviceInfo: () => ({}),

  async userCodeInputSource(
    ctx: KoaContextWithOIDC,
    form: string,
    _out?: unknown,
    error?: { readonly name: string },
  ): Promise<void> {
    // The provider hands its form over ready made, without label; only its guard is taken.
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const failure = error && (FAILURES[error.name] ?? 'failed');
    if (error?.name === 'NotFoundError') guesses.failed(currentCaller() ?? '');
    const it = { language: languageOf(ctx.req), base, xsrf };
    ctx.body = deviceCodePage(failure ? { ...it, failure } : it);
  },

  async userCodeConfirmSource(
    ctx: KoaContextWithOIDC,
    form: string,
    _client: unknown,
    _deviceInfo: unknown,
    code: string,
  ): Promise<void> {
    ctx.body = deviceConfirmPage({ language: languageOf(ctx.req), base, form, code });
  },

  async successSource(ctx: KoaContextWithOIDC): Promise<void> {
    const username = (await accounts.usernameOf(ctx.oidc.session?.accountId ?? '')) ?? '';
    ctx.body = deviceDonePage({ language: languageOf(ctx.req), base, username });
  },
});

const FAILURES: Record<string, 'wrong' | 'aborted'> = {
  NoCodeError: 'wrong',
  NotFoundError: 'wrong',
  ExpiredError: 'wrong',
  AlreadyUsedError: 'wrong',
  AbortedError: 'aborted',
};
