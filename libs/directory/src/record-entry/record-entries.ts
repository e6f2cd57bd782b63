import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { canonicalBytes } from '@minh-bach/kernel';
import { ServiceRuntime, contextOfSystem } from '@minh-bach/platform';
import type { INestApplication } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { directoryService } from '../directory.service.ts';
import { RecordEntryCommand } from './record-entry.handler.ts';

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
  const { secret } = directoryOf(app);
  const commands = app.get(CommandBus, { strict: false });
  for (const entry of entries) {
    const cause = Buffer.from(canonicalBytes(entry)).toString('base64url');
    const context = contextOfSystem(secret, directoryService.name, 'entry', cause);
    await commands.execute(new RecordEntryCommand(entry, context));
  }
}
