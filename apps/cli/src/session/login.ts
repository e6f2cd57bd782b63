import * as oidc from 'openid-client';
import { z } from 'zod';
import { discover, tokensOf } from './provider.ts';
import { saveSession } from './store.ts';

const deviceClient = z.object({ issuer: z.url(), clientId: z.string().min(1) });

/** Somebody answers at this address, but not as this system does. */
export class NotTheProduct extends Error {
  override readonly name = 'NotTheProduct';
}

export interface DeviceCode {
  /** Where to type it. */
  readonly address: string;
  readonly code: string;
}

/** What would be told to another address than the one that was typed. */
export class OtherIssuer extends Error {
  override readonly name = 'OtherIssuer';

  constructor(readonly issuer: string) {
    super('another issuer');
  }
}

/** Tokens would travel in the clear. */
export class NotEncrypted extends Error {
  override readonly name = 'NotEncrypted';

  constructor(readonly address: string) {
    super('plain http');
  }
}

export interface SignInOptions {
  /** Of the gateway. */
  readonly url: string;
  /** Of a provider elsewhere. @default one at the origin of `url` */
  readonly issuer?: string | undefined;
}

/**
 * Signs in by RFC 8628: shows a code, waits until its owner has typed it in a browser, keeps the
 * tokens. Whoever answers at `url` is given them, so nobody else may have issued them: a stranger there
 * could name the provider of this product, and would be given what opens it.
 *
 * @throws NotTheProduct, OtherIssuer, NotEncrypted
 * @throws openid-client's errors when it was refused or took too long
 */
export async function signIn(
  { url, issuer: named }: SignInOptions,
  show: (code: DeviceCode) => void,
): Promise<void> {
  const { origin } = new URL(url);
  refuseUnencrypted(origin);
  const response = await fetch(`${origin}/auth/device-client`, {
    signal: AbortSignal.timeout(15_000),
    redirect: 'error',
  });
  const answered = deviceClient.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !answered.success) throw new NotTheProduct();
  const { issuer, clientId } = answered.data;
  if (named === undefined ? new URL(issuer).origin !== origin : issuer !== named)
    throw new OtherIssuer(issuer);
  refuseUnencrypted(issuer);
  const configuration = await discover(issuer, clientId);
  const asked = await oidc.initiateDeviceAuthorization(configuration, { scope: 'openid' });
  const address = new URL(asked.verification_uri);
  if (address.origin !== new URL(issuer).origin) throw new OtherIssuer(address.href);
  show({ address: address.href, code: asked.user_code });
  const answer = await oidc.pollDeviceAuthorizationGrant(configuration, asked);
  await saveSession({ url: origin, issuer, clientId, ...tokensOf(answer) });
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function refuseUnencrypted(address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !LOOPBACK.test(hostname)) throw new NotEncrypted(address);
}
