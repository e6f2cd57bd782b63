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

/**
 * Signs in by RFC 8628: shows a code, waits until its owner has typed it in a browser, keeps the
 * tokens.
 *
 * @param url of the gateway
 * @throws NotTheProduct
 * @throws openid-client's errors when it was refused or took too long
 */
export async function signIn(url: string, show: (code: DeviceCode) => void): Promise<void> {
  const origin = new URL(url).origin;
  const response = await fetch(`${origin}/auth/device-client`, {
    signal: AbortSignal.timeout(15_000),
  });
  const answered = deviceClient.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !answered.success) throw new NotTheProduct();
  const { issuer, clientId } = answered.data;
  const configuration = await discover(issuer, clientId);
  const asked = await oidc.initiateDeviceAuthorization(configuration, { scope: 'openid' });
  show({ address: asked.verification_uri, code: asked.user_code });
  const answer = await oidc.pollDeviceAuthorizationGrant(configuration, asked);
  await saveSession({ url: origin, issuer, clientId, ...tokensOf(answer) });
}
