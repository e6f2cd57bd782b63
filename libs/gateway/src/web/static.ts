import { existsSync, readdirSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { basename, join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Refusal, sendProblem } from '../http/problem.ts';
import { PAGE_CSP } from './policy.ts';

/** Never a page. */
const OWN = /^\/(api|auth|oidc|health|test|assets)(\/|\?|$)/;
/** Home at `/`; the console at every address that has no page of its own. */
const HOME = 'index.html';
const CONSOLE = 'lam-viec.html';

/** As the build names files by their content: another content is another name. */
const NAMED_BY_CONTENT = /^\/assets\/[\w.~-]+-[\w-]{8}\.\w+$/;
/** Made by the build beside a file, and sent only in its place. */
const COMPRESSED = /\.(br|gz)$/;

/** @param file with a leading slash, below the folder */
const cacheControl = (file: string): string =>
  NAMED_BY_CONTENT.test(file)
    ? 'public, max-age=31536000, immutable'
    : file.endsWith('.html')
      ? 'no-store'
      : 'no-cache';

/**
 * The built pages, compressed where the browser takes that: files that are named by their content are
 * kept for ever, documents never. A path that is no file is a document's, most of them the console's.
 */
export function serveConsole(app: FastifyInstance, root: string | undefined): void {
  const built = root !== undefined && existsSync(join(root, HOME));
  const documents = new Set(
    built ? readdirSync(root).filter((file) => file.endsWith('.html')) : [],
  );
  if (built) {
    void app.register(fastifyStatic, {
      root,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      preCompressed: true,
      allowedPath: (path) => !COMPRESSED.test(path),
      setHeaders(reply, path) {
        const file = `/${relative(root, path)}`.replaceAll('\\', '/').replace(COMPRESSED, '');
        void reply.header('cache-control', cacheControl(file));
        void reply.header('content-security-policy', PAGE_CSP);
      },
    });
    app.addHook('onRequest', async ({ headers }) => onlyNamedEncodings(headers));
    app.get('/', (_request, reply) => reply.sendFile(HOME, root));
  }
  app.setNotFoundHandler(async (request, reply) => {
    const [path = '/'] = (request.raw.url ?? '/').split('?');
    const page = request.method === 'GET' && !OWN.test(path) && !/\.\w+$/.test(path);
    if (!page || !built) return sendProblem(request, reply, new Refusal('NOT_FOUND'));
    return reply.sendFile(documentOf(path, documents), root);
  });
}

/** The plugin takes `*` for gzip, even where `gzip;q=0` stands beside it. */
function onlyNamedEncodings(headers: IncomingHttpHeaders): void {
  const accepted = headers['accept-encoding'];
  if (typeof accepted === 'string')
    headers['accept-encoding'] = accepted.replaceAll('*', 'identity');
}

/** Only a name that was in the folder is ever a file's. */
function documentOf(path: string, documents: ReadonlySet<string>): string {
  const own = `${basename(path)}.html`;
  return path.split('/').length === 2 && documents.has(own) ? own : CONSOLE;
}
