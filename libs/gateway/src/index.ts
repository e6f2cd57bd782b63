export { createGateway } from './gateway.ts';
export type { Gateway } from './gateway.ts';
export type { GatewayOptions, ProviderOptions } from './options.ts';
export { publicOriginSchema, upstreamSchema } from './settings.ts';
