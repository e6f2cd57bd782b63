import * as oidc from 'openid-client';

/** The sign-in provider as `mb` sees it: a client without a secret. */
export function discover(issuer: string, clientId: string): Promise<oidc.Configuration> {
  const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
    execute,
    timeout: 15,
  });
}

/** What of the provider's answer is kept. */
export const tokensOf = (answer: oidc.TokenEndpointResponse) => ({
  accessToken: answer.access_token,
  expiresAt: Date.now() + (answer.expires_in ?? 60) * 1000,
  ...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
});
