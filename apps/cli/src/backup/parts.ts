import { resolve, sep } from 'node:path';
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

const isIn = (path: string, folder: string): boolean =>
  `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
