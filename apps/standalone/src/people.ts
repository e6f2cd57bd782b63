import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import {
  RecordEntryCommand,
  directoryService,
  demoEntries,
  demoPeople,
} from '@minh-bach/directory';
import { canonicalBytes, localDate } from '@minh-bach/kernel';
import { ServiceRuntime, contextOfSystem } from '@minh-bach/platform';
import type { RecordFirstAdministrator, SignIn } from '@minh-bach/sign-in';
import type { INestApplication } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

/** The one password of all demo people; production refuses them. */
export const DEMO_PASSWORD = 'minh bach la cong khai';

const subjectOf = (id: string): string => `demo-${id}`;

function directoryOf(app: INestApplication): ServiceRuntime {
  const services: ServiceRuntime[] = app.get(ServiceRuntime, { each: true, strict: false });
  const directory = services.find(({ name }) => name === directoryService.name);
  if (!directory) throw new Error('the directory does not run in this process');
  return directory;
}

/** Records an entry as the product itself; the same entry twice is recorded once. */
async function record(app: INestApplication, entries: readonly DirectoryEntryV1[]): Promise<void> {
  const directory = directoryOf(app);
  const commands = app.get(CommandBus, { strict: false });
  for (const entry of entries) {
    const cause = Buffer.from(canonicalBytes(entry)).toString('base64url');
    await commands.execute(
      new RecordEntryCommand(
        entry,
        contextOfSystem(directory.secret, 'standalone', 'entry', cause),
      ),
    );
  }
}

/** The demo's units, people and accounts. Safe at every start. */
export async function recordDemo(app: INestApplication, signIn: SignIn): Promise<void> {
  for (const { id } of demoPeople)
    await signIn.ensureAccount({
      username: id,
      password: DEMO_PASSWORD,
      sub: subjectOf(id),
      demo: true,
    });
  await record(app, demoEntries(signIn.issuer, subjectOf));
}

/** The national node, and the one who will record everybody else. */
export async function recordFirstAdministrator(
  app: INestApplication,
  { name, username, issuer, subject }: Parameters<RecordFirstAdministrator>[0],
): Promise<void> {
  const directory = directoryOf(app);
  const today = localDate(directory.clock.now());
  const person = username.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
  await record(app, [
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
  const rows = await readModel.dataSource.query<unknown[]>(
    `SELECT 1 FROM org_posts WHERE 'administrator' = ANY(roles) LIMIT 1`,
  );
  return rows.length > 0;
}
