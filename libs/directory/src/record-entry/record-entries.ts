import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { canonicalBytes } from '@minh-bach/kernel';
import { ServiceRuntime, contextOfSystem } from '@minh-bach/platform';
import type { INestApplication } from '@nestjs/common';
import { changeEntry } from '../change-directory/change-entry.ts';
import { directoryService } from '../directory.service.ts';

/** The directory among the services of this process. */
export function directoryOf(app: INestApplication): ServiceRuntime {
  const services: ServiceRuntime[] = app.get(ServiceRuntime, { each: true, strict: false });
  const directory = services.find(({ name }) => name === directoryService.name);
  if (!directory) throw new Error('the directory does not run in this process');
  return directory;
}

/** Records entries as the product itself; the same entry twice is recorded once. */
export async function recordEntries(
  app: INestApplication,
  entries: readonly DirectoryEntryV1[],
): Promise<void> {
  const directory = directoryOf(app);
  for (const entry of entries) {
    const cause = Buffer.from(canonicalBytes(entry)).toString('base64url');
    const context = contextOfSystem(directory.secret, directory.name, 'entry', cause);
    await changeEntry(directory, entry, context);
  }
}
