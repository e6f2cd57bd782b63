import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Zod's own words for what is missing are about types. */
export const wanted = (what: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined ? 'must be set' : `must be ${what}`,
});

/** A path to a file that holds a secret; what is in it, without the line break at its end. */
export const secretFile = z.string(wanted('a path')).transform((path, context) => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    context.addIssue({ code: 'custom', message: 'names a file that cannot be read' });
    return z.NEVER;
  }
});
