import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const src = join(import.meta.dirname, '..');

/** What stays of a module: imports of types are gone once it is built. */
const IMPORTS =
  /^(?:import|export)\s+(?!type\s)(?:[\w*{][^;']*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

export interface Reached {
  /** Below `src`, with their text. */
  readonly modules: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
}

/** All that a browser may ever load from there, at once or later. */
export function reachedFrom(...entries: readonly string[]): Reached {
  const modules = new Map<string, string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    const name = relative(src, file);
    if (modules.has(name)) return;
    const text = readFileSync(file, 'utf8');
    modules.set(name, text);
    if (!/\.tsx?$/.test(file)) return;
    for (const [, still, later] of text.matchAll(IMPORTS)) {
      const wanted = still ?? later ?? '';
      const found = join(dirname(file), wanted);
      if (!wanted.startsWith('.')) packages.add(wanted);
      else if (existsSync(found)) follow(found);
      else throw new Error(`${name} imports ${wanted}, which is not there`);
    }
  };
  for (const entry of entries) follow(join(src, entry));
  return { modules, packages };
}
