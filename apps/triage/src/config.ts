import { readServiceConfig, type Environment } from '@minh-bach/assembly';

/** @throws BadConfig with a line for each bad value */
export const readConfig = (env: Environment = process.env) =>
  readServiceConfig(env, { MB_PORT: '4002' });
