import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { it } from '@jest/globals';

const script = fileURLToPath(new URL('vocabulary.mjs', import.meta.url));

it('docs/vocabulary.md is what the code says; if not, run `npm run docs`', () => {
  execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' });
});
