import { randomUUID } from 'node:crypto';
import { SignJWT, importJWK, type JWK } from 'jose';
import type { SignInSecrets } from '../secrets.ts';
import { DEVICE_CLIENT } from './clients.ts';
import { ACCESS_TOKEN_SECONDS, AUDIENCE } from './provider.ts';

/** As the provider makes them (RFC 9068): it says who somebody is, and nothing of what they may do. */
export async function accessToken(
  { signingKeys }: SignInSecrets,
  { issuer, sub }: { readonly issuer: string; readonly sub: string },
): Promise<string> {
  const [jwk] = signingKeys;
  if (jwk === undefined) throw new Error('there is no key to sign with');
  return new SignJWT({ client_id: DEVICE_CLIENT, jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .sign(await importJWK(jwk as JWK, 'ES256'));
}
