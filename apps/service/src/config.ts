import { readServiceConfig } from '@minh-bach/assembly';
import type { ServiceName } from '@minh-bach/contracts';

/** @throws BadConfig with a line for each bad value */
export const readConfig = (name: ServiceName) => readServiceConfig(process.env, name);
