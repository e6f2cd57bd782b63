import { readServiceConfig, type Environment } from '@minh-bach/assembly';
import { defineConfig } from '@minh-bach/http';
import { z } from 'zod';

const shape = z.object({
  /** The `sub`s of the two who record everybody else, for as long as one of two is missing. */
  MB_FIRST_ADMINISTRATOR_SUBJECT: z.string().optional(),
  MB_FIRST_ADMINISTRATOR_NAME: z.string().default('Quản trị hệ thống'),
  MB_SECOND_ADMINISTRATOR_SUBJECT: z.string().optional(),
  MB_SECOND_ADMINISTRATOR_NAME: z.string().default('Quản trị hệ thống (người thứ hai)'),
});

/** @throws BadConfig with a line for each bad value */
export const readConfig = (env: Environment = process.env) => ({
  ...readServiceConfig(env, { MB_PORT: '4000' }),
  ...defineConfig(shape, env),
});
