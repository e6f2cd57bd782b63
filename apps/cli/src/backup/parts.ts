import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Refused } from './words.ts';

/** The folder of each part that is asked for. */
export interface Parts {
  readonly log?: string | undefined;
  readonly files?: string | undefined;
  readonly keys?: string | undefined;
}

/** What `parseArgs` is told of them, and of where the product has them. */
export const PART_OPTIONS = {
  log: { type: 'string' },
  files: { type: 'string' },
  keys: { type: 'string' },
  secrets: { type: 'string' },
  store: { type: 'string' },
  'files-at': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const hasPart = ({ log, files, keys }: Parts): boolean =>
  [log, files, keys].some((folder) => folder !== undefined);

export const namesOf = (parts: Parts): readonly (keyof Parts)[] =>
  (['log', 'files', 'keys'] as const).filter((name) => parts[name] !== undefined);

/**
 * Somebody with the log and the keys lacks only the master key.
 *
 * @throws Refused `KEYS_WITH_OTHERS`
 */
export function refuseKeysWithOthers({ log, files, keys }: Parts): void {
  if (keys === undefined) return;
  for (const other of [log, files])
    if (other !== undefined && (isIn(keys, other) || isIn(other, keys)))
      throw new Refused('KEYS_WITH_OTHERS');
}

/**
 * Chunks of an export among the product's files would be taken for files, and removed as nobody's.
 *
 * @param own folders of the product
 * @throws Refused `EXPORT_INTO_PRODUCT`
 */
export function refuseIntoProduct({ log, files, keys }: Parts, own: readonly string[]): void {
  for (const part of [log, files, keys])
    if (part !== undefined && own.some((folder) => isIn(realPath(part), realPath(folder))))
      throw new Refused('EXPORT_INTO_PRODUCT');
}

/** Behind all links, also of a folder that is still to be made. */
function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const above = dirname(whole);
    return above === whole ? whole : join(realPath(above), basename(whole));
  }
}

const isIn = (path: string, folder: string): boolean =>
  `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
