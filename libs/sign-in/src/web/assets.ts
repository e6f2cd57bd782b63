import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);
const font = (subset: string) =>
  require.resolve(
    `@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`,
  );

const ASSETS = [
  [
    'sign-in.css',
    'text/css; charset=utf-8',
    fileURLToPath(new URL('../pages/sign-in.css', import.meta.url)),
  ],
  ['source-sans-3-vietnamese.woff2', 'font/woff2', font('vietnamese')],
  ['source-sans-3-latin.woff2', 'font/woff2', font('latin')],
] as const;

/** The style sheet and the two cuts of the font that Vietnamese needs. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  for (const [name, type, file] of ASSETS) {
    const bytes = await readFile(file);
    app.get(`/assets/${name}`, async (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=86400').send(bytes),
    );
  }
}
