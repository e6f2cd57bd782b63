import { AccessTokens } from '@minh-bach/http';
import type { ProvenSubject } from '@minh-bach/http';
import { isOutage } from '@minh-bach/kernel';
import { AUDIENCE } from '@minh-bach/sign-in';
import * as oidc from 'openid-client';
import type { ProviderOptions } from '../options.ts';

export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970, by the machine's time. */
  readonly expiresAt: number;
  readonly refreshToken?: string;
  readonly idToken?: string;
}

export interface Started {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignedIn {
  readonly issuer: string;
  readonly subject: string;
  readonly tokens: Tokens;
}

/** The gateway as client of an OpenID provider (code flow with PKCE), and as judge of its tokens. */
export class RelyingParty {
  readonly #redirectUri: string;
  #configuration: Promise<oidc.Configuration> | undefined;
  #tokens: AccessTokens | undefined;

  constructor(
    private readonly provider: ProviderOptions,
    publicOrigin: string,
  ) {
    this.#redirectUri = `${publicOrigin}/auth/callback`;
  }

  /** @param language of the provider's pages */
  async start(language: string | undefined): Promise<Started> {
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const url = oidc.buildAuthorizationUrl(await this.#discovered(), {
      redirect_uri: this.#redirectUri,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      // A session that ended here must not come back because the provider still remembers.
      prompt: 'login',
      ...(language === undefined ? {} : { ui_locales: language }),
    });
    return { url, state, nonce, verifier };
  }

  /** @param query as the provider sent it to the callback, with its `?` */
  async finish(query: string, started: Omit<Started, 'url'>): Promise<SignedIn> {
    const answer = await oidc.authorizationCodeGrant(
      await this.#discovered(),
      new URL(this.#redirectUri + query),
      {
        pkceCodeVerifier: started.verifier,
        expectedState: started.state,
        expectedNonce: started.nonce,
        idTokenExpected: true,
      },
    );
    const claims = answer.claims();
    if (!claims) throw new Error('no id token');
    return { issuer: claims.iss, subject: claims.sub, tokens: tokensOf(answer) };
  }

  /** @returns undefined when the provider refuses: the sign-in is over */
  async refresh(refreshToken: string): Promise<Tokens | undefined> {
    try {
      const answer = await oidc.refreshTokenGrant(await this.#discovered(), refreshToken);
      return { refreshToken, ...tokensOf(answer) };
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError && error.status < 500) return undefined;
      throw error;
    }
  }

  async revoke(refreshToken: string): Promise<void> {
    await oidc.tokenRevocation(await this.#discovered(), refreshToken);
  }

  /** Where the browser ends the provider's own session, if it has such a place. */
  async endSessionUrl(idToken: string, publicOrigin: string): Promise<URL | undefined> {
    const configuration = await this.#discovered();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${publicOrigin}/`,
    });
  }

  /** @throws DomainError `TOKEN_REFUSED`, `SIGN_IN_UNAVAILABLE` */
  async verify(accessToken: string): Promise<ProvenSubject> {
    this.#tokens ??= await this.#accessTokens();
    return this.#tokens.verify(accessToken);
  }

  async #accessTokens(): Promise<AccessTokens> {
    const { issuer, tokenType } = this.provider;
    const uri = (await this.#discovered()).serverMetadata().jwks_uri;
    if (uri === undefined) throw new Error('the provider names no jwks_uri');
    return new AccessTokens({
      issuer,
      audience: AUDIENCE,
      keys: new URL(this.#reach(uri)),
      ...(tokenType === undefined ? {} : { type: tokenType }),
    });
  }

  /** Asked for once, and again after a failure: the provider may start later than we do. */
  #discovered(): Promise<oidc.Configuration> {
    this.#configuration ??= this.#discover().catch((error: unknown) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      oidc.ClientSecretBasic(clientSecret),
      {
        execute: insecure,
        timeout: 10,
        [oidc.customFetch]: (url, { body, ...options }) =>
          fetch(
            this.#reach(url),
            body === undefined || body === null ? options : { ...options, body },
          ),
      },
    );
  }

  #reach(url: string): string {
    const { issuer, internalOrigin } = this.provider;
    const { origin } = new URL(issuer);
    return internalOrigin !== undefined && url.startsWith(`${origin}/`)
      ? internalOrigin + url.slice(origin.length)
      : url;
  }
}

/** It was not reached, or failed itself; otherwise it refused, or what came back was not for us. */
export function isProviderAway(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  if (error instanceof oidc.ClientError) {
    const { code, cause } = error;
    if (code === 'OAUTH_TIMEOUT' || (cause instanceof Response && cause.status >= 500)) return true;
  }
  return isOutage(error);
}

function tokensOf(answer: oidc.TokenEndpointResponse): Tokens {
  return {
    accessToken: answer.access_token,
    expiresAt: Date.now() + (answer.expires_in ?? 60) * 1000,
    ...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
    ...(answer.id_token === undefined ? {} : { idToken: answer.id_token }),
  };
}
