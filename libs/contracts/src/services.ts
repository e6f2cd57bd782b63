import type { LocalizedText } from './localized.ts';
import services from './services.json' with { type: 'json' };

/** What others must know of a service. Its name is also the prefix of its streams and its routes. */
export interface ServiceEntry {
  readonly words: LocalizedText;
  /** Of its own process, where `MB_PORT` says nothing else. */
  readonly port: number;
  /** It gets the key of the vault: it seals what is personal, or shows lists or notices of matters. */
  readonly seals: boolean;
  /** It keeps sealed files, so it needs a folder for them. */
  readonly files: boolean;
  /** It keeps a part of petitions and cases. */
  readonly matters: boolean;
  /** It raises alarms: `GET /<service>/alarms`. */
  readonly alarms: boolean;
  /** It keeps deadlines, so the console asks it for notices. */
  readonly deadlines: boolean;
}

export type ServiceName = keyof typeof services;

/** The manifest. Lint and scripts read the same file. */
export const SERVICES: Readonly<Record<ServiceName, ServiceEntry>> = services;

export const SERVICE_NAMES = Object.keys(services) as readonly ServiceName[];

const servicesWith = (part: 'alarms' | 'deadlines') =>
  SERVICE_NAMES.filter((name) => SERVICES[name][part]);

export const ALARMING_SERVICES = servicesWith('alarms');
export const DEADLINE_SERVICES = servicesWith('deadlines');

export const isServiceName = (name: string): name is ServiceName => Object.hasOwn(services, name);

/** A service that only a newer product knows is shown as it comes. */
export const serviceWords = (name: string): LocalizedText =>
  isServiceName(name) ? SERVICES[name].words : { vi: name, en: name };

/** One value for each service. */
export const forEachService = <Value>(
  valueOf: (name: ServiceName) => Value,
): Record<ServiceName, Value> =>
  Object.fromEntries(SERVICE_NAMES.map((name) => [name, valueOf(name)])) as Record<
    ServiceName,
    Value
  >;
