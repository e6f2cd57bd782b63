import type { ServiceConfig, ServiceParts } from '@minh-bach/assembly';
import {
  ADMINISTRATORS_NEEDED,
  administratorsOf,
  directory,
  recordDemo,
  recordFirstAdministrator,
} from '@minh-bach/directory';
import type { INestApplication } from '@nestjs/common';

export const directoryParts: ServiceParts = {
  ...directory,
  prepare: recordPeople,
};

/** Those without whom nobody could begin. Safe at every start, and in several instances at once. */
async function recordPeople(app: INestApplication, config: ServiceConfig): Promise<void> {
  const { MB_OIDC_ISSUER: issuer } = config;
  if (config.MB_DEMO === '1') await recordDemo(app, issuer);
  const first = [
    {
      subject: config.MB_FIRST_ADMINISTRATOR_SUBJECT,
      name: config.MB_FIRST_ADMINISTRATOR_NAME,
      username: 'administrator',
    },
    {
      subject: config.MB_SECOND_ADMINISTRATOR_SUBJECT,
      name: config.MB_SECOND_ADMINISTRATOR_NAME,
      username: 'administrator-2',
    },
  ];
  if ((await administratorsOf(app)).length >= ADMINISTRATORS_NEEDED) return;
  for (const { subject, ...administrator } of first)
    if (subject !== undefined)
      await recordFirstAdministrator(app, { ...administrator, issuer, subject });
}
