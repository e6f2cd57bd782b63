import { defineConfig, mergeConfig } from 'vite';
import { drawnDocuments } from './build/documents.ts';
import { buildDrawing } from './build/drawing.ts';
import { toldToGateway } from './build/told-to-gateway.ts';
import { ADDRESSES, TOLD } from './src/public/addresses.ts';
import type { PageName } from './src/public/addresses.ts';
import { bundle } from './build/shared.ts';

/** React's interface in a tenth of its bytes: pages are written for React, and visitors load this. */
const PREACT = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  react: 'preact/compat',
};

/** Where letters are composed. */
const WRITING = 'public/(write-page|question-|review|paper|use-draft|content/(questions|papers))';
/** Scripts for all, but for those that wake one page: its documents alone share them. */
const SHARED = new RegExp(
  `^(?!.*(${WRITING}|public/(home|track|print|write-(complaint|denunciation))\\.)).*\\.(tsx?|m?js)$`,
);

/** Pages for everybody: a document each, named as its address, with nothing of the console. */
export default defineConfig(async () => {
  const documents = drawnDocuments(await buildDrawing(), import.meta.dirname);
  const site = Object.entries(ADDRESSES).filter(([name]) => !TOLD.includes(name as PageName));
  const own = [documents, toldToGateway('.site.json', Object.fromEntries(site))];
  return mergeConfig(
    bundle(
      own,
      [],
      [
        { name: 'visitors', test: SHARED, minShareCount: 2, priority: 1 },
        { name: 'writing', test: new RegExp(WRITING), minShareCount: 4 },
      ],
    ),
    {
      resolve: { alias: PREACT },
      build: { emptyOutDir: false },
    },
  );
});
