import { hasAdministrator, recordDemo, recordFirstAdministrator } from '@minh-bach/directory';
import type { INestApplication } from '@nestjs/common';
import type { readConfig } from './config.ts';

/** Those without whom nobody could begin. Safe at every start, and in several instances at once. */
export async function recordPeople(
  app: INestApplication,
  config: ReturnType<typeof readConfig>,
): Promise<void> {
  const { MB_OIDC_ISSUER: issuer, MB_FIRST_ADMINISTRATOR_SUBJECT: subject } = config;
  if (config.MB_DEMO === '1') await recordDemo(app, issuer);
  if (subject !== undefined && !(await hasAdministrator(app)))
    await recordFirstAdministrator(app, {
      name: config.MB_FIRST_ADMINISTRATOR_NAME,
      username: 'administrator',
      issuer,
      subject,
    });
}
