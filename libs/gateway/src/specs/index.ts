// For specs only: a browser that signs in, a service that stands in, the whole gateway on a port.
export { Browser, hiddenFields, type Visit } from './browser.ts';
export { FakeService } from './fake-service.ts';
export { freePort } from './free-port.ts';
export { runGateway } from './running-gateway.ts';
export type { RunningGateway } from './running-gateway.ts';
