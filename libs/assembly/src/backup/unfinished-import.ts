import { existsSync, readFileSync } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';

const PARTS = ['log', 'files', 'keys'] as const;

/** What one run of an import brings. */
export interface ImportRun {
  readonly parts: readonly (typeof PARTS)[number][];
  /** SHA-256 of the log's chain of events; none where the run brings files alone. */
  readonly chain?: string | undefined;
}

/** Each part that was begun, with the chain of the log that it came with; `null`: it came with none. */
type Begun = Readonly<Record<string, string | null>>;

const markIn = (dataFolder: string): string => join(dataFolder, 'import-unfinished');

/** Before the first change: what lies in the folder is no restore, however much it looks like one. */
export async function beginImport(dataFolder: string, { parts, chain }: ImportRun): Promise<void> {
  const before = begunIn(dataFolder);
  // Files that were begun beside a log stay so: a run of files alone cannot tell whether it names others.
  const ofRun = parts.map((part) => [part, chain ?? before[part] ?? null] as const);
  await lay(dataFolder, { ...before, ...Object.fromEntries(ofRun) });
}

/**
 * Takes off what the run has finished, and nothing that another run has begun.
 *
 * @returns the parts that are left, for one run to bring; none: the folder may be started
 */
export async function endImport(
  dataFolder: string,
  { parts, chain }: ImportRun,
): Promise<readonly string[]> {
  const isLeft = ([part, of]: [string, string | null]) =>
    !parts.some((done) => done === part) || (of !== null && chain === undefined);
  const left = Object.fromEntries(Object.entries(begunIn(dataFolder)).filter(isLeft));
  await lay(dataFolder, left);
  return partsOf(left);
}

/** @throws DomainError `IMPORT_UNFINISHED` {path, parts} */
export function refuseUnfinishedImport(dataFolder: string): void {
  const path = markIn(dataFolder);
  if (!existsSync(path)) return;
  throw new DomainError('IMPORT_UNFINISHED', {
    path,
    parts: partsOf(begunIn(dataFolder)).join(', '),
  });
}

/** With the log, where one of them came with it. */
const partsOf = (begun: Begun): readonly string[] => {
  const withLog = Object.values(begun).some((chain) => chain !== null);
  return PARTS.filter((part) => part in begun || (part === 'log' && withLog));
};

/** A line each, e.g. `log 3f5c…`, `files -`. A mark without any, as earlier versions laid it, stands for all parts. */
function begunIn(dataFolder: string): Begun {
  const path = markIn(dataFolder);
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, 'utf8').split('\n');
  const begun = PARTS.flatMap((part) => {
    const line = lines.find((each) => each.startsWith(`${part} `));
    const chain = line?.slice(part.length + 1);
    return chain === undefined ? [] : [[part, chain === '-' ? null : chain] as const];
  });
  const all = PARTS.map((part) => [part, 'unknown'] as const);
  return Object.fromEntries(begun.length > 0 ? begun : all);
}

/** Whole or not at all, and on the disk before it returns. */
async function lay(dataFolder: string, begun: Begun): Promise<void> {
  const path = markIn(dataFolder);
  const lines = Object.entries(begun).map(([part, chain]) => `${part} ${chain ?? '-'}\n`);
  if (lines.length === 0) return rm(path, { force: true });
  await writeFile(`${path}.part`, lines.join(''), { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
  const folder = await open(dataFolder, 'r');
  await folder.sync().finally(() => folder.close());
}
