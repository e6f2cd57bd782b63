import { defineConfig, mergeConfig } from 'vite';
import { drawnDocuments } from './build/documents.ts';
import { buildDrawing } from './build/drawing.ts';
import { toldToGateway } from './build/told-to-gateway.ts';
import { ADDRESSES } from './src/public/addresses.ts';
import { bundle } from './build/shared.ts';

/** React's interface in a tenth of its bytes: pages are written for React, and visitors load this. */
const PREACT = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  react: 'preact/compat',
};

/** Scripts, but for those that wake one page: they are shared by its documents alone. */
const SHARED = /(?<!public[\\/](home|track))\.(tsx?|m?js)$/;

/** Pages for everybody: a document each, named as its address, with nothing of the console. */
export default defineConfig(async () => {
  const documents = drawnDocuments(await buildDrawing(), import.meta.dirname);
  const { unknown: _, ...site } = ADDRESSES;
  const own = [documents, toldToGateway('.site.json', Object.values(site))];
  const shared = { name: 'visitors', test: SHARED, minShareCount: 2 };
  return mergeConfig(bundle(own, [], [shared]), {
    resolve: { alias: PREACT },
    build: { emptyOutDir: false },
  });
});
