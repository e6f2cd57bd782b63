import { defineConfig } from 'vite';
import { bundle } from './build/shared.ts';
import { common } from './src/i18n/vi/common.ts';
import { shell } from './src/i18n/vi/shell.ts';

/** The console: one document, served at every address that has none of its own. */
export default defineConfig(
  bundle(
    {
      'lam-viec.html': {
        title: common['shell.product'],
        description: shell['shell.description'],
      },
    },
    [
      // Asks who is signed in while the rest is still on its way.
      { name: 'early', test: /session[\\/](early|signed-out)\.ts$/, priority: 1 },
      { name: 'libraries', test: /node_modules/, tags: ['$initial'] },
      { name: 'frame', tags: ['$initial'] },
      { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
    ],
  ),
);
