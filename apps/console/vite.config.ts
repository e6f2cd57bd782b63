import { defineConfig } from 'vite';
import { pages } from './build/pages.ts';
import { bundle } from './build/shared.ts';
import { toldToGateway } from './build/told-to-gateway.ts';
import { CONSOLE_ADDRESSES } from './src/app/addresses.ts';
import { common } from './src/i18n/vi/common.ts';
import { shell } from './src/i18n/vi/shell.ts';

/** The console: one document for all of its addresses. */
export default defineConfig(
  bundle(
    [
      pages({
        'lam-viec.html': {
          title: common['shell.product'],
          description: shell['shell.description'],
        },
      }),
      toldToGateway('.console.json', CONSOLE_ADDRESSES),
    ],
    ['lam-viec.html'],
    [
      // Asks who is signed in while the rest is still on its way.
      { name: 'early', test: /session[\\/](early|signed-out)\.ts$/, priority: 1 },
      { name: 'libraries', test: /node_modules/, tags: ['$initial'] },
      { name: 'frame', tags: ['$initial'] },
      { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
    ],
  ),
);
