import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

type Drawing = typeof import('../src/public/draw.tsx');

const root = join(import.meta.dirname, '..');

/**
 * What draws pages for everybody, as a file that Node runs: this build draws the documents with it, the
 * gateway draws answers. It lies in a folder whose name begins with a dot, from which nothing is served.
 */
export async function buildDrawing(): Promise<Drawing> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['@minh-bach/source', 'module', 'node', 'production'] },
    ssr: { noExternal: true },
    build: {
      ssr: 'src/public/draw.tsx',
      outDir: 'dist/.draw',
      target: 'node24',
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'draw.js' } },
    },
  });
  const file = pathToFileURL(join(root, 'dist/.draw/draw.js'));
  return (await import(`${file.href}?${Date.now()}`)) as Drawing;
}
