import sourcesJson from './sources.json' with { type: 'json' };
import { sourcePack } from './schema.ts';

const { meta, sources } = sourcePack.parse(sourcesJson);

/** The day the pack was compiled. A changed value is a new pack, never a changed old one. */
export const packVersion: string = meta.compiled;

/** What was read, by its key. */
export const knownSources: ReadonlySet<string> = new Set(Object.keys(sources));
