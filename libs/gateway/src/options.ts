import type { ServiceName } from '@minh-bach/contracts';
import type { Health, MetricsOptions } from '@minh-bach/http';
import type { Clock } from '@minh-bach/kernel';
import type { SignIn } from '@minh-bach/sign-in';
import type { Patience } from './http/limits.ts';
import type { Inside } from './proxy/ask-inside.ts';

export interface GatewayOptions {
  /** What people type, e.g. `https://minhbach.example`; plain http on a loopback name only. */
  readonly publicOrigin: string;
  /** Further `Host` values by which this process is reached, e.g. `127.0.0.1:3000`, `gateway:3000`. */
  readonly internalHosts?: readonly string[];
  /** Addresses of reverse proxies before this one: their word alone says who asks. @default none */
  readonly trustedProxies?: readonly string[];
  readonly mode: 'demo' | 'test' | 'production';
  readonly databaseUrl: string;
  /** 32 bytes, base64url: seals tokens in the database and the state of a sign-in in its cookie. */
  readonly sealKey: string;
  readonly provider: ProviderOptions;
  /** The embedded provider, served under `/oidc`; left out where an external one is used. */
  readonly signIn?: SignIn;
  /** Where each service listens, e.g. `http://127.0.0.1:4001`. */
  readonly services: Readonly<Record<ServiceName, string>>;
  /** The app of them all, where they live in this process: only uploads then need a socket. */
  readonly inside?: Inside;
  /** The built console; without it the gateway serves no pages. */
  readonly webRoot?: string;
  /** How long a session lasts is measured by it; tokens go by the machine's time. @default the system's */
  readonly clock?: Clock;
  /** Says which day it is, and so which right has ended. A `SettableClock` in test mode. @default `clock` */
  readonly calendar?: Clock;
  /**
   * What stands behind the door, where that lives in this process: `degraded` is told to the person who
   * must act, `down` takes it out of service. @default nothing
   */
  readonly behind?: () => Promise<Pick<Health, 'status' | 'act'>>;
  /** Serves `/metrics` on a port of its own. @default none */
  readonly metrics?: MetricsOptions;
  /** Where lines of the log go. @default standard output; nowhere in test mode */
  readonly log?: { write(line: string): void };
  /** How long senders of bodies may take. @default `PATIENCE` */
  readonly patience?: Partial<Patience>;
}

/** Any OpenID provider: the embedded one, Keycloak. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The public client that `mb` signs in with. */
  readonly deviceClientId: string;
  /** `typ` of its access tokens. @default 'at+jwt' (RFC 9068); Keycloak says 'JWT' */
  readonly tokenType?: string;
  /** Where this process reaches the issuer when its public origin does not lead there from here. */
  readonly internalOrigin?: string;
}
