import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SettableClock } from '@minh-bach/kernel';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
});

describe('Bearer tokens', () => {
  const ask = (token: string) =>
    fetch(`${door.origin}/api/intake/petitions`, { headers: { authorization: `Bearer ${token}` } });

  const claims = () => ({
    iss: `${door.origin}/oidc`,
    aud: 'minh-bach',
    sub: 'x',
    client_id: 'mb',
    jti: 'j',
  });
  async function signed(
    change: Record<string, unknown> = {},
    header: Record<string, unknown> = {},
    seconds = 300,
  ) {
    const [jwk] = door.secrets.signingKeys;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claims(), iat: now, exp: now + seconds, ...change })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: String(jwk?.kid), ...header })
      .sign(await importJWK(jwk ?? {}, 'ES256'));
  }

  it('of ours go through to the service as they are', async () => {
    const token = await signed();
    expect((await ask(token)).status).toBe(200);
    expect(door.service.last.headers.authorization).toBe(`Bearer ${token}`);
  });

  it('that are forged, expired, of another type, audience or issuer are refused', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const foreign = await new SignJWT({ ...claims(), iat: 1, exp: 9_999_999_999 })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    const good = await signed();
    const none = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${good.split('.')[1]}.`;
    const forged = [
      foreign,
      none,
      `${good.slice(0, -4)}AAAA`,
      await signed({}, {}, -60),
      await signed({ aud: 'other' }),
      await signed({ iss: 'https://evil.example' }),
      await signed({ act: { sub: 'admin' } }),
      await signed({}, { typ: 'JWT' }),
      'a.b.c',
      '',
    ];
    const before = door.service.seen.length;
    for (const token of forged) expect((await ask(token)).status).toBe(401);
    expect(door.service.seen).toHaveLength(before);
  });
});

describe('The clock of the tests', () => {
  it('is not there in demo and production', async () => {
    const demo = await runGateway(database.url, { mode: 'demo' });
    const answer = await fetch(`${demo.origin}/test/clock`, { method: 'POST', body: '{}' });
    expect([400, 404]).toContain(answer.status);
    expect(demo.service.seen).toHaveLength(0);
    await demo.stop();
  });

  it('reaches each process of the services once in test mode', async () => {
    const before = door.service.seen.length;
    const answer = await fetch(`${door.origin}/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"now":"2026-12-01T00:00:00.000Z"}',
    });
    expect(answer.status).toBe(204);
    expect(door.service.seen).toHaveLength(before + 1);
    expect(door.service.last.body).toBe('{"now":"2026-12-01T00:00:00.000Z"}');
  });

  it('says to the gateway, too, which day it is', async () => {
    const calendar = new SettableClock();
    const moved = await runGateway(database.url, { calendar });
    const answer = await fetch(`${moved.origin}/test/clock/own`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"now":"2031-12-01T00:00:00.000Z"}',
    });
    expect(answer.status).toBe(204);
    expect(calendar.now().toISOString()).toMatch(/^2031-12-01/);
    expect(moved.service.seen).toHaveLength(0);
    await moved.stop();
  });
});
