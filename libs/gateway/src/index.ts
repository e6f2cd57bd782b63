export { createGateway } from './gateway.ts';
export type { Gateway } from './gateway.ts';
export { SERVICES } from './options.ts';
export type { GatewayOptions, ProviderOptions, Service } from './options.ts';
export { publicOriginSchema, upstreamSchema } from './settings.ts';
