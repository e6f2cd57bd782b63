import { createHmac } from 'node:crypto';
import { errors, Provider } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Pool } from 'pg';
import type { Accounts } from '../accounts/accounts.ts';
import { languageOf } from '../pages/language.ts';
import { messagePage } from '../pages/message-page.ts';
import { box } from '../seal.ts';
import type { SignInSecrets } from '../secrets.ts';
import { PostgresAdapter } from './adapter.ts';
import { clients } from './clients.ts';
import { deviceFlow } from './device-flow.ts';
import { askEachTime } from './fresh-sign-in.ts';
import type { Guesses } from './guesses.ts';

/** What every access token is for; services refuse any other. */
export const AUDIENCE = 'minh-bach';
const RESOURCE = 'urn:minh-bach:api';
const SCOPE = 'api';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
export const ACCESS_TOKEN_SECONDS = 5 * MINUTE;

export interface ProviderOptions {
  readonly pool: Pool;
  /** Public origin + the path where it is mounted, e.g. `https://minhbach.example/oidc`. */
  readonly issuer: string;
  readonly secrets: SignInSecrets;
  readonly accounts: Accounts;
  readonly guesses: Guesses;
}

/**
 * The embedded OpenID provider: authorization code with PKCE for the gateway, device flow for
 * `mb`, access tokens as JWT (RFC 9068, ES256, 5 minutes), refresh tokens that are used once.
 * A token says who someone is (`iss`, `sub`) and nothing of what he may do.
 */
export function createProvider(options: ProviderOptions): Provider {
  const { pool, issuer, secrets, accounts, guesses } = options;
  const { origin, pathname: base } = new URL(issuer);
  const https = issuer.startsWith('https:');
  const sealKey = Buffer.from(secrets.sealKey, 'base64url');
  const payloads = box(sealKey);
  const codeKey = createHmac('sha256', sealKey).update('user codes').digest();

  const configuration: Configuration = {
    adapter: (model) => new PostgresAdapter(model, pool, payloads, codeKey),
    clients: clients(origin, secrets.gatewayClientSecret),
    jwks: { keys: secrets.signingKeys },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    responseTypes: ['code'],
    scopes: ['openid', SCOPE],
    claims: { openid: ['sub'] },
    clientAuthMethods: ['client_secret_basic', 'none'],
    pkce: { required: () => true },
    cookies: {
      keys: secrets.cookieKeys,
      names: { session: 'mb_op', interaction: 'mb_op_step', resume: 'mb_op_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, secure: https, path: base },
      short: { httpOnly: true, sameSite: 'lax', signed: true, secure: https },
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      revocation: '/revoke',
      jwks: '/jwks',
      device_authorization: '/device/authorize',
      code_verification: '/device',
    },
    interactions: {
      policy: askEachTime(),
      url: (_ctx, { uid }) => `${base}/interaction/${uid}`,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      claimsParameter: { enabled: false },
      revocation: { enabled: true },
      deviceFlow: deviceFlow(base, { accounts, guesses }),
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== RESOURCE) throw new errors.InvalidTarget();
          return {
            audience: AUDIENCE,
            scope: SCOPE,
            accessTokenFormat: 'jwt',
            accessTokenTTL: ACCESS_TOKEN_SECONDS,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: MINUTE,
      DeviceCode: 10 * MINUTE,
      IdToken: 5 * MINUTE,
      Interaction: 15 * MINUTE,
      // Holds what guards the forms of one flow, and nobody (`fresh-sign-in.ts`).
      Session: 15 * MINUTE,
      Grant: 10 * HOUR,
      // Rotation does not prolong: ten hours after signing in it is over.
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? 10 * HOUR,
    },
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: () => true,
    findAccount: async (_ctx, sub) =>
      (await accounts.exists(sub)) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
    loadExistingGrant: grantAnew,
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = messagePage({ language: languageOf(ctx.req), base, kind: 'failed' });
    },
  };

  const provider = new Provider(issuer, configuration);
  // The mount sets host and protocol from the configuration, whatever the client said (`mount.ts`).
  provider.proxy = true;
  return provider;
}

/** One grant a sign-in: what ends one session, or a replayed refresh token, ends nobody else's. */
async function grantAnew(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
}
