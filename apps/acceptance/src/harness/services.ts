import type { ServiceName } from '@minh-bach/contracts';

/** Answers 200 to whoever has a post, once the service knows it. */
export const knownAt = (service: ServiceName): string =>
  service === 'directory' ? '/api/directory/me' : `/api/${service}/notices`;
