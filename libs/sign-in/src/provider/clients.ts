import type { ClientMetadata } from 'oidc-provider';

export const GATEWAY_CLIENT = 'minh-bach-gateway';
export const DEVICE_CLIENT = 'mb';

/** The only two: the gateway keeps a secret; `mb` runs on people's machines and cannot. */
export const clients = (origin: string, gatewaySecret: string): ClientMetadata[] => [
  {
    client_id: GATEWAY_CLIENT,
    client_secret: gatewaySecret,
    client_name: 'Minh Bạch',
    redirect_uris: [`${origin}/auth/callback`],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'ES256',
  },
  {
    client_id: DEVICE_CLIENT,
    client_name: 'mb',
    redirect_uris: [],
    response_types: [],
    grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
    id_token_signed_response_alg: 'ES256',
  },
];
