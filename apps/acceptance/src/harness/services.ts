export const SERVICES = ['directory', 'intake', 'triage', 'investigation', 'response'] as const;
export type Service = (typeof SERVICES)[number];

/** Answers 200 to whoever has a post, once the service knows it. */
export const knownAt = (service: Service): string =>
  service === 'directory' ? '/api/directory/me' : `/api/${service}/notices`;
