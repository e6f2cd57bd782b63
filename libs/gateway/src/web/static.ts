import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Refusal, sendProblem } from '../http/problem.ts';
import { PAGE_CSP } from './policy.ts';

const OWN = /^\/(api|auth|oidc|health|test)(\/|\?|$)/;

/**
 * The built console: files with a hash in their name for ever, `index.html` never; a path that is
 * no file is the console's own route.
 */
export function serveConsole(app: FastifyInstance, root: string | undefined): void {
  const built = root !== undefined && existsSync(join(root, 'index.html'));
  if (built) {
    void app.register(fastifyStatic, {
      root,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders(reply, path) {
        const hashed = path.includes('/assets/');
        void reply.header(
          'cache-control',
          hashed ? 'public, max-age=31536000, immutable' : 'no-store',
        );
        void reply.header('content-security-policy', PAGE_CSP);
      },
    });
  }
  if (built) app.get('/', (_request, reply) => reply.sendFile('index.html', root));
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.raw.url ?? '/';
    const page =
      request.method === 'GET' && !OWN.test(path) && !/\.\w+$/.test(path.split('?')[0] ?? '');
    if (!page || !built) return sendProblem(request, reply, new Refusal('NOT_FOUND'));
    return reply.sendFile('index.html', root);
  });
}
