import { defineConfig, mergeConfig } from 'vite';
import { bundle } from './build/shared.ts';
import { vi } from './src/i18n/vi/public.ts';

/** React's interface in a tenth of its bytes: pages are written for React, and visitors load this. */
const PREACT = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  react: 'preact/compat',
};

const titled = (page: string) => vi['page.title'].replace('{page}', page);

/** Pages for everybody: a document each, named as its address, with nothing of the console. */
export default defineConfig(
  mergeConfig(
    bundle(
      {
        'index.html': { title: titled(vi['home.title']), description: vi['home.description'] },
        'tra-cuu.html': { title: titled(vi['track.title']), description: vi['track.description'] },
      },
      [{ name: 'visitors', minShareCount: 2 }],
    ),
    { resolve: { alias: PREACT }, build: { emptyOutDir: false } },
  ),
);
