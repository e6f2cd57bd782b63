import { localDate } from '@minh-bach/kernel';
import type { INestApplication } from '@nestjs/common';
import { directoryOf, recordEntries } from '../record-entry/record-entries.ts';

export interface FirstAdministrator {
  readonly name: string;
  readonly username: string;
  /** Who lets them in, as in the tokens. */
  readonly issuer: string;
  readonly subject: string;
}

/** The national node, and the one who will record everybody else. */
export async function recordFirstAdministrator(
  app: INestApplication,
  { name, username, issuer, subject }: FirstAdministrator,
): Promise<void> {
  const directory = directoryOf(app);
  const today = localDate(directory.clock.now());
  const person = username.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
  await recordEntries(app, [
    {
      kind: 'unit',
      id: 'CHQ',
      parent: null,
      level: 'tong_cuc',
      name: { vi: 'Cục Hải quan', en: 'Vietnam Customs' },
      invented: false,
      from: today,
      to: null,
    },
    { kind: 'person', id: person, name, issuer, subject, active: true },
    {
      kind: 'post',
      id: `chq.${person}`,
      unit: 'CHQ',
      title: { vi: 'Quản trị hệ thống', en: 'Administrator' },
      roles: ['administrator'],
      person,
      from: today,
      to: null,
    },
  ]);
}

/** Has anybody been made administrator yet? */
export async function hasAdministrator(app: INestApplication): Promise<boolean> {
  const { readModel } = directoryOf(app);
  await readModel.renewed();
  const rows = await readModel.dataSource.query<unknown[]>(
    `SELECT 1 FROM org_tenures WHERE 'administrator' = ANY(roles) LIMIT 1`,
  );
  return rows.length > 0;
}
