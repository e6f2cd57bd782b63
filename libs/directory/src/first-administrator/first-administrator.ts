import { createHash } from 'node:crypto';
import type { DirectoryEntryV1, PersonEntry } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { PersonRow } from '@minh-bach/platform';
import type { INestApplication } from '@nestjs/common';
import { In } from 'typeorm';
import { administratorsOn } from '../change-directory/administrators.ts';
import { Powers } from '../change-directory/powers.ts';
import { directoryOf, recordEntries } from '../record-entry/record-entries.ts';

/** One who is recorded by the product itself: every later one takes the word of two. */
export interface FirstAdministrator {
  readonly name: string;
  readonly username: string;
  /** Who lets them in, as in the tokens. */
  readonly issuer: string;
  readonly subject: string;
}

/** Whatever gives a right takes two administrators, so the product begins with two. */
export const ADMINISTRATORS_NEEDED = 2;

/** The national node where it is missing, and one of the two who will record everybody else. */
export async function recordFirstAdministrator(
  app: INestApplication,
  administrator: FirstAdministrator,
): Promise<void> {
  const { organisation, clock } = directoryOf(app);
  const { name, issuer, subject } = administrator;
  const today = localDate(clock.now());
  const person = await idOf(app, administrator);
  const held = await organisation.postsOf(person);
  if (held.some(({ roles }) => roles.includes('administrator'))) return;
  await recordEntries(app, [
    ...((await organisation.unit('CHQ')) ? [] : [nationalNode(today)]),
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

const nationalNode = (from: string): DirectoryEntryV1 => ({
  kind: 'unit',
  id: 'CHQ',
  parent: null,
  level: 'tong_cuc',
  name: { vi: 'Cục Hải quan', en: 'Vietnam Customs' },
  invented: false,
  from,
  to: null,
});

/** From the user name; two names may look alike as ids, and one person never becomes another. */
async function idOf(
  app: INestApplication,
  { username, issuer, subject }: FirstAdministrator,
): Promise<PersonEntry['id']> {
  const id = username
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '-')
    .slice(0, 40);
  const { rights, infrastructure } = directoryOf(app);
  await rights.waitFor(await infrastructure.store.head());
  const people = rights.dataSource.getRepository(PersonRow);
  const known = await people.findOneBy({ issuer, subject });
  if (known) return known.id;
  if (!(await people.existsBy({ id }))) return id;
  return `${id}-${createHash('sha256').update(subject).digest('hex').slice(0, 8)}`;
}

/** Those of today. */
export async function administratorsOf(app: INestApplication): Promise<readonly PersonRow[]> {
  const { rights, clock } = directoryOf(app);
  await rights.renewed();
  const administration = await new Powers(rights.dataSource).administration();
  const there = administratorsOn(administration, localDate(clock.now()));
  return rights.dataSource.getRepository(PersonRow).findBy({ id: In([...there]) });
}
