import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { JSONWebKeySet } from 'jose';
import { AUDIENCE, ISSUER, tokenIssuer } from '../specs/tokens.ts';
import { AccessTokens } from './access-token.ts';

let server: Server;
let answers: () => { status: number; body: string };
let asked: number;
beforeEach(async () => {
  asked = 0;
  server = createServer((_, response) => {
    asked++;
    const { status, body } = answers();
    response
      .writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const publish = (jwks: JSONWebKeySet) =>
  (answers = () => ({ status: 200, body: JSON.stringify(jwks) }));
const tokensOf = () =>
  new AccessTokens({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`),
  });

describe('the keys of the issuer', () => {
  it('are fetched once for many tokens', async () => {
    const issuer = await tokenIssuer();
    publish(issuer.jwks);
    const tokens = tokensOf();
    for (let i = 0; i < 5; i++) await tokens.verify(await issuer.sign());
    expect(asked).toBe(1);
  });

  it('T23: are not asked for again by every token with an unknown key id', async () => {
    const [issuer, stranger] = [await tokenIssuer(), await tokenIssuer('forged')];
    publish(issuer.jwks);
    const tokens = tokensOf();
    for (let i = 0; i < 20; i++)
      await expect(tokens.verify(await stranger.sign())).rejects.toMatchObject({
        code: 'TOKEN_REFUSED',
      });
    expect(asked).toBeLessThanOrEqual(2);
  });

  it.each([
    ['are not there', () => ({ status: 500, body: '' })],
    ['are no keys', () => ({ status: 200, body: '{"keys":1}' })],
    ['are no JSON', () => ({ status: 200, body: '<html>' })],
    ['are said to be elsewhere', () => ({ status: 302, body: '' })],
  ])('let nobody in when they %s', async (_, answer) => {
    answers = answer;
    const issuer = await tokenIssuer();
    await expect(tokensOf().verify(await issuer.sign())).rejects.toMatchObject({
      code: 'SIGN_IN_UNAVAILABLE',
    });
  });

  it('let nobody in when nobody answers', async () => {
    const issuer = await tokenIssuer();
    const tokens = tokensOf();
    await new Promise((resolve) => server.close(resolve));
    await expect(tokens.verify(await issuer.sign())).rejects.toMatchObject({
      code: 'SIGN_IN_UNAVAILABLE',
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});
