import { dirname } from 'node:path';

/** The checkout. */
export const root = dirname(dirname(import.meta.dirname));

/** What V8 made of the modules of earlier starts. */
export const compileCache = `${root}/node_modules/.cache/minh-bach`;
