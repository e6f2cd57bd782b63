import { readServiceConfig, type Environment } from '@minh-bach/assembly';
import { defineConfig } from '@minh-bach/platform';
import { z } from 'zod';

const shape = z.object({
  /** `sub` of who records everybody else, for as long as the directory knows no administrator. */
  MB_FIRST_ADMINISTRATOR_SUBJECT: z.string().optional(),
  MB_FIRST_ADMINISTRATOR_NAME: z.string().default('Quản trị hệ thống'),
});

/** @throws BadConfig with a line for each bad value */
export const readConfig = (env: Environment = process.env) => ({
  ...readServiceConfig(env, { MB_PORT: '4000' }),
  ...defineConfig(shape, env),
});
