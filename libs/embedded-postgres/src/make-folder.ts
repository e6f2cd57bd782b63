import { mkdirSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from './start-error.ts';

/**
 * A folder for its owner alone, with those above it, where there is none yet. One after the other: below
 * `/proc`, Node tries for ever to make several at once.
 *
 * @throws StartError `NO_FOLDER` {folder}: a file, a link that leads nowhere or round in a circle, or a place
 *   where nothing can be made
 * @throws Error of the system for rights and for a full disk
 */
export function makeFolder(folder: string): void {
  const there = statOf(folder);
  if (there?.isDirectory()) return;
  const above = dirname(folder);
  if (there || above === folder) throw new StartError('NO_FOLDER', { folder });
  makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another start may have come first.
    if (!statOf(folder)?.isDirectory()) throw explained(error, folder);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw explained(error, path);
  }
}

/** What is told by itself stays. */
const TOLD = new Set(['EACCES', 'EPERM', 'ENOSPC']);

const explained = (error: unknown, folder: string): unknown =>
  TOLD.has((error as NodeJS.ErrnoException).code ?? '')
    ? error
    : new StartError('NO_FOLDER', { folder }, { cause: error });
