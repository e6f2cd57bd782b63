import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forEachService } from '@minh-bach/contracts';
import {
  createSignIn,
  DEVICE_CLIENT,
  GATEWAY_CLIENT,
  loadOrCreateSecrets,
} from '@minh-bach/sign-in';
import type { SignInOptions, SignInSecrets } from '@minh-bach/sign-in';
import { createGateway } from '../gateway.ts';
import type { GatewayOptions } from '../options.ts';
import { Browser } from './browser.ts';
import { FakeService } from './fake-service.ts';
import { freePort } from './free-port.ts';

export type RunningGateway = Awaited<ReturnType<typeof runGateway>>;

/** The real gateway with the real provider on a loopback port; services are fakes. For specs. */
export async function runGateway(
  databaseUrl: string,
  more: Partial<GatewayOptions> &
    Partial<Pick<SignInOptions, 'recordFirstAdministrator'>> & { secrets?: SignInSecrets } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-gateway-'));
  const secrets = more.secrets ?? (await loadOrCreateSecrets(folder));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const clock = stoppedClock();
  const { recordFirstAdministrator = async () => undefined, secrets: _, ...options } = more;
  const mode = options.mode ?? 'test';
  const signIn = await createSignIn({
    databaseUrl,
    publicOrigin: origin,
    secrets,
    mode,
    recordFirstAdministrator,
    clock,
  });
  const service = new FakeService();
  const upstream = await service.start();
  const gateway = await createGateway({
    publicOrigin: origin,
    internalHosts: [`127.0.0.1:${port}`],
    mode,
    databaseUrl,
    sealKey: secrets.sealKey,
    provider: {
      issuer: signIn.issuer,
      clientId: GATEWAY_CLIENT,
      clientSecret: secrets.gatewayClientSecret,
      deviceClientId: DEVICE_CLIENT,
      internalOrigin: `http://127.0.0.1:${port}`,
    },
    signIn,
    services: forEachService(() => upstream),
    clock,
    ...options,
  });
  await gateway.listen({ host: '127.0.0.1', port });

  return {
    origin,
    port,
    clock,
    secrets,
    folder,
    service,
    signIn,
    gateway,
    browser: () => new Browser(origin),
    /** The link of a first administrator. */
    async firstLink() {
      return (await signIn.firstLinks(1))[0]!;
    },
    /** Someone who can sign in, under a name of his own. */
    async person() {
      const username = `can-bo-${randomBytes(4).toString('hex')}`;
      const password = 'một câu đủ dài để nhớ';
      const { sub } = await signIn.ensureAccount({ username, password });
      return { username, password, sub };
    },
    async stop() {
      await gateway.close();
      await signIn.close();
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Stands still until it is set. */
function stoppedClock() {
  let at = new Date();
  return { now: () => at, set: (instant: Date) => void (at = instant) };
}
