import { readServiceConfig, type Environment } from '@minh-bach/assembly';
import { BadConfig } from '@minh-bach/http';

/** @throws BadConfig with a line for each bad value */
export function readConfig(env: Environment = process.env) {
  const config = readServiceConfig(env, { MB_PORT: '4001' });
  if (config.MB_FILES_FOLDER === undefined)
    throw new BadConfig(['MB_FILES_FOLDER: must be set for intake']);
  return config;
}
