import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { handle } from './fake/handle.ts';
import { newWorld } from './fake/world.ts';

/** The gateway's policy for pages, so that what it forbids fails here first. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'; object-src 'none'";

/** Answers `/api` and `/auth` from memory while the console is written and tested; never built in. */
export function fakeApi(): Plugin {
  let world = newWorld();
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    const path = request.url ?? '/';
    if (path === '/fake/reset') {
      world = newWorld();
      return void response.end();
    }
    if (!/^\/(api|auth)\//.test(path)) return next();
    read(request).then(
      (body) => handle(world, request, body, response),
      () => fail(response),
    );
  };
  return {
    name: 'minh-bach:fake-api',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer({ middlewares }) {
      middlewares.use((_request, response, next) => {
        response.setHeader('content-security-policy', CSP);
        next();
      });
      middlewares.use(answer);
    },
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function fail(response: ServerResponse): void {
  response.statusCode = 500;
  response.end();
}
