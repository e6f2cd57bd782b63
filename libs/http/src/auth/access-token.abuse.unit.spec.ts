import { createHmac, createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { base64url, SignJWT, UnsecuredJWT } from 'jose';
import { AUDIENCE, ISSUER, tokenIssuer, type TokenIssuer } from '../specs/tokens.ts';
import { AccessTokens } from './access-token.ts';

const now = () => Math.floor(Date.now() / 1000);
const json = (value: unknown) => base64url.encode(JSON.stringify(value));
const good = () => ({ iss: ISSUER, aud: AUDIENCE, sub: 'an', iat: now(), exp: now() + 300 });

let issuer: TokenIssuer;
let stranger: TokenIssuer;
let tokens: AccessTokens;
beforeAll(async () => {
  issuer = await tokenIssuer();
  stranger = await tokenIssuer();
  tokens = new AccessTokens({ issuer: ISSUER, audience: AUDIENCE, keys: issuer.jwks });
});

/** A token whose signature is an HMAC under something public. */
const hmac = (
  key: string | Buffer,
  header: object = { alg: 'HS256', typ: 'at+jwt', kid: 'one' },
) => {
  const body = `${json(header)}.${json(good())}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
};
const publicKey = () => createPublicKey({ key: issuer.jwk, format: 'jwk' });
const part = (token: string, at: number) => token.split('.')[at]!;

const FORGED: Record<string, () => string | Promise<string>> = {
  'alg none': () => new UnsecuredJWT(good()).encode(),
  'alg none with a type': () => `${json({ alg: 'none', typ: 'at+jwt' })}.${json(good())}.`,
  'alg NONE in capitals': () => `${json({ alg: 'NONE', typ: 'at+jwt' })}.${json(good())}.`,
  'alg none over a good signature': async () =>
    `${json({ alg: 'none', typ: 'at+jwt' })}.${json(good())}.${part(await issuer.sign(), 2)}`,
  'no alg': async () =>
    `${json({ typ: 'at+jwt' })}.${json(good())}.${part(await issuer.sign(), 2)}`,
  'HS256 under the public key (PEM)': () =>
    hmac(publicKey().export({ type: 'spki', format: 'pem' })),
  'HS256 under the public key (DER)': () =>
    hmac(publicKey().export({ type: 'spki', format: 'der' })),
  'HS256 under the modulus': () => hmac(issuer.jwk.n ?? ''),
  'HS256 under nothing': () => hmac(''),
  'a foreign key under our kid': () => stranger.sign(),
  'a foreign key under no kid': () => stranger.sign({}, { kid: '' }),
  'a kid we do not know': () => issuer.sign({}, { kid: 'two' }),
  'a kid that is a path': () => stranger.sign({}, { kid: '../../../../dev/null' }),
  'a kid that is SQL': () => stranger.sign({}, { kid: "one' OR '1'='1" }),
  'its own key in jwk': () => stranger.sign({}, { jwk: stranger.jwk }),
  'its own key at jku': () => stranger.sign({}, { jku: 'https://evil.test/jwks' }),
  'its own key at x5u': () => stranger.sign({}, { x5u: 'https://evil.test/cert' }),
  'our key, yet a jku': () => issuer.sign({}, { jku: 'https://evil.test/jwks' }),
  'an unknown critical header': async () =>
    `${json({ alg: 'RS256', kid: 'one', typ: 'at+jwt', crit: ['x'], x: 1 })}.${json(good())}.${part(await issuer.sign(), 2)}`,
  'the type of an id token': () => issuer.sign({}, { typ: 'JWT' }),
  'no type': async () => {
    const { kid, alg } = issuer.jwk;
    return new SignJWT(good()).setProtectedHeader({ kid, alg }).sign(issuer.privateKey);
  },
  'another issuer': () => issuer.sign({ iss: 'https://evil.test' }),
  'our issuer with a slash behind': () => issuer.sign({ iss: `${ISSUER}/` }),
  'no issuer': () => issuer.sign({ iss: undefined }),
  'another audience': () => issuer.sign({ aud: 'https://other.test' }),
  'no audience': () => issuer.sign({ aud: undefined }),
  'an empty list of audiences': () => issuer.sign({ aud: [] }),
  expired: () => issuer.sign({ exp: now() - 60 }),
  'no expiry': () => issuer.sign({ exp: undefined }),
  'an expiry in words': () => issuer.sign({ exp: '2099' }),
  'not valid yet': () => issuer.sign({ nbf: now() + 60 }),
  'issued in the future': () => issuer.sign({ iat: now() + 60 }),
  'never issued': () => issuer.sign({ iat: undefined }),
  'no subject': () => issuer.sign({ sub: undefined }),
  'an empty subject': () => issuer.sign({ sub: '' }),
  'a subject that is a list': () => issuer.sign({ sub: ['an'] }),
  'someone acting for another (act)': () => issuer.sign({ act: { sub: 'admin' } }),
  'someone who may act for another': () => issuer.sign({ may_act: { sub: 'admin' } }),
  'one bound to a key that is not shown (cnf)': () => issuer.sign({ cnf: { jkt: 'x' } }),
  'a changed body': async () => {
    const token = await issuer.sign();
    return `${part(token, 0)}.${json({ ...good(), sub: 'admin' })}.${part(token, 2)}`;
  },
  'a cut signature': async () => (await issuer.sign()).slice(0, -8),
  'no signature': async () => (await issuer.sign()).split('.').slice(0, 2).join('.') + '.',
  'five parts': async () => `${await issuer.sign()}.a.b`,
  'no token at all': () => 'abc',
  'a header that is no JSON': async () => `e30x.${part(await issuer.sign(), 1)}.x`,
  'a very long one': async () => `${await issuer.sign({ fill: 'x'.repeat(9_000) })}`,
};

describe('T10, T12: a forged token is refused', () => {
  it.each(Object.entries(FORGED))('%s', async (_name, make) => {
    await expect(tokens.verify(await make())).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
  });
});

describe('T10: a token proves issuer and subject, and nothing else', () => {
  it('is accepted when the issuer signed it for us', async () => {
    expect(await tokens.verify(await issuer.sign())).toEqual({ issuer: ISSUER, subject: 'an' });
  });

  it('says nothing of roles, whatever it claims', async () => {
    const claims = {
      roles: ['administrator'],
      role: 'head',
      groups: ['admin'],
      scope: 'admin',
      realm_access: { roles: ['admin'] },
      unit: 'TCHQ',
    };
    expect(await tokens.verify(await issuer.sign(claims))).toEqual({
      issuer: ISSUER,
      subject: 'an',
    });
  });

  it('allows clocks to differ by seconds only', async () => {
    await expect(tokens.verify(await issuer.sign({ exp: now() - 3 }))).resolves.toBeDefined();
  });

  it('is proved once, and believed no longer than it says', async () => {
    const verify = jest.spyOn(crypto.subtle, 'verify');
    const token = await issuer.sign({ exp: now() + 30 });
    const proven = await tokens.verify(token);
    expect(await tokens.verify(token)).toEqual(proven);
    expect(verify).toHaveBeenCalledTimes(1);
    jest.useFakeTimers({ advanceTimers: true, now: Date.now() + 40_000 });
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
    jest.useRealTimers();
    verify.mockRestore();
  });

  it('lends its proof to no other signature over the same words', async () => {
    const token = await issuer.sign();
    await tokens.verify(token);
    const [header, claims] = token.split('.');
    const forged = `${header}.${claims}.${part(await stranger.sign(), 2)}`;
    await expect(tokens.verify(forged)).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
  });
});
