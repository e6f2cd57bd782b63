import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folders } from '../harness/index.ts';
import { SignJWT, generateKeyPair, importJWK, type JWK } from 'jose';

interface Token {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** How long it is good from now. */
  readonly seconds?: number;
}

export type SignToken = (token?: Token) => Promise<string>;

/** Signs with the product's own key, as nobody else could, so that only what is said is wrong. */
export async function signerOf(folders: Folders, issuer: string): Promise<SignToken> {
  const file = await readFile(join(folders.database, 'secrets', 'sign-in.json'), 'utf8');
  const { signingKeys } = JSON.parse(file) as { signingKeys: JWK[] };
  const jwk = signingKeys[0]!;
  const key = await importJWK(jwk, 'ES256');
  return ({ claims = {}, header = {}, seconds = 300 } = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const said = { iss: issuer, aud: 'minh-bach', sub: 'demo-binh', client_id: 'mb', jti: 'j' };
    return new SignJWT({ ...said, iat: now - 600, exp: now + seconds, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid!, ...header })
      .sign(key);
  };
}

/** Tokens that look right but are not ours, or not good. */
export async function badTokens(sign: SignToken): Promise<Readonly<Record<string, string>>> {
  const good = await sign();
  const [header = '', payload = ''] = good.split('.');
  const { privateKey } = await generateKeyPair('ES256');
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const kid = (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid;
  return {
    expired: await sign({ seconds: -60 }),
    'for another audience': await sign({ claims: { aud: 'other' } }),
    'of another issuer': await sign({ claims: { iss: 'https://evil.example/oidc' } }),
    'of another type': await sign({ header: { typ: 'JWT' } }),
    'acting for another': await sign({ claims: { act: { sub: 'demo-quan' } } }),
    'not yet good': await sign({ claims: { nbf: 9_999_999_999 } }),
    'by a foreign key under our key id': await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
      .sign(privateKey),
    'without a signature': `${encoded({ alg: 'none', typ: 'at+jwt' })}.${payload}.`,
    'with other claims under the same signature': [
      header,
      encoded({ ...decoded(payload), sub: 'demo-an' }),
      good.split('.')[2],
    ].join('.'),
    'no token': 'a.b.c',
  };
}

const decoded = (part: string): object =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
