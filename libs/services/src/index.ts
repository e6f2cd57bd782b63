import type { ServiceParts } from '@minh-bach/assembly';
import { SERVICE_NAMES, type ServiceName } from '@minh-bach/contracts';

/** The code of each service. It is loaded when it is asked for: a process holds no other's. */
export const partsOf: Readonly<Record<ServiceName, () => Promise<ServiceParts>>> = {
  directory: async () => (await import('./directory.ts')).directoryParts,
  intake: async () => (await import('@minh-bach/intake')).intake,
  triage: async () => (await import('@minh-bach/triage')).triage,
  investigation: async () => (await import('@minh-bach/investigation')).investigation,
  response: async () => (await import('@minh-bach/response')).response,
};

/** All of them, where they run in one process. */
export const allParts = (): Promise<ServiceParts[]> =>
  Promise.all(SERVICE_NAMES.map((name) => partsOf[name]()));
