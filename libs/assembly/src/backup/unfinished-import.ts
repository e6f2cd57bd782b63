import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';

const markIn = (dataFolder: string): string => join(dataFolder, 'import-unfinished');

/** From its first change until it is whole: what lies in the folder is no restore, however much it looks like one. */
export const beginImport = (dataFolder: string): Promise<void> =>
  writeFile(markIn(dataFolder), '', { mode: 0o600, flush: true });

export const endImport = (dataFolder: string): Promise<void> =>
  rm(markIn(dataFolder), { force: true });

/** @throws DomainError `IMPORT_UNFINISHED` {path} */
export function refuseUnfinishedImport(dataFolder: string): void {
  const path = markIn(dataFolder);
  if (existsSync(path)) throw new DomainError('IMPORT_UNFINISHED', { path });
}
