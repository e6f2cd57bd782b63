import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { explained } from './explain.ts';
import { signIn } from './login.ts';

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
  jest.restoreAllMocks();
});

/** Answers as told by path; keeps what was asked. */
async function server(answers: (origin: string) => Record<string, object>) {
  const asked: string[] = [];
  const listening = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers(origin)[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  }).listen(0, '127.0.0.1');
  servers.push(listening);
  await once(listening, 'listening');
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return { origin, asked };
}

const provider = (pageOf: (origin: string) => string) =>
  server((origin) => ({
    '/.well-known/openid-configuration': {
      issuer: origin,
      device_authorization_endpoint: `${origin}/device`,
      token_endpoint: `${origin}/token`,
    },
    '/auth/device-client': { issuer: origin, clientId: 'mb' },
    '/device': {
      ...{ device_code: 'd', user_code: 'BCDF-GHJK', expires_in: 60, interval: 5 },
      verification_uri: pageOf(origin),
    },
  }));
const real = () => provider((origin) => `${origin}/page`);

const naming = (issuer: string) =>
  server(() => ({ '/auth/device-client': { issuer, clientId: 'mb' } }));
const shown = jest.fn();

describe('T14: whoever answers at the address of mb login is given no token of another', () => {
  it('a provider of another origin is refused, and not asked', async () => {
    const { origin, asked } = await real();
    const stranger = await naming(origin);
    await expect(signIn({ url: stranger.origin }, shown)).rejects.toThrow('another issuer');
    expect({ asked, shown: shown.mock.calls }).toEqual({ asked: [], shown: [] });
  });

  it('unless its owner has named it', async () => {
    const { origin, asked } = await server(() => ({}));
    const door = await naming(origin);
    await expect(signIn({ url: door.origin, issuer: `${origin}/` }, shown)).rejects.toThrow(
      'another issuer',
    );
    expect(asked).toEqual([]);
    await expect(signIn({ url: door.origin, issuer: origin }, shown)).rejects.toThrow();
    expect(asked).toEqual(['/.well-known/openid-configuration']);
  });

  it('no code of another provider is shown as its own', async () => {
    const { origin } = await provider(() => 'https://minhbach.example/oidc/device');
    await expect(signIn({ url: origin }, shown)).rejects.toThrow('another issuer');
    expect(shown).not.toHaveBeenCalled();
  });

  it('an address beyond this machine is asked over https alone', async () => {
    const fetching = jest.spyOn(globalThis, 'fetch');
    const url = 'http://minhbach.example';
    await expect(signIn({ url }, shown)).rejects.toThrow('plain http');
    expect(fetching).not.toHaveBeenCalled();
    const issuer = 'http://sso.example/realm';
    const door = await naming(issuer);
    await expect(signIn({ url: door.origin, issuer }, shown)).rejects.toThrow('plain http');
  });

  it('is told so in both languages, without what a terminal would take for a command', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const stranger = await naming('http://localhost:1/\u001b[2J');
    const work = async () => signIn({ url: stranger.origin }, shown).then(() => 0);
    expect(await explained(work, stranger.origin)).toBe(1);
    const text = String(said.mock.calls[0]);
    expect(text).toMatch(/nơi khác[^]*another place/);
    expect(text).not.toContain('\u001b');
  });
});
