import type { IncomingHttpHeaders } from 'node:http';
import { relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Clock } from '@minh-bach/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal, sendProblem } from '../http/problem.ts';
import { serveAnswers } from './answers.ts';
import { readBuilt } from './built.ts';
import { tellCrawlers } from './crawlers.ts';
import { drawingOf } from './drawing.ts';
import { serveFigures } from './figures/figures-pages.ts';
import { toldFigures } from './figures/told-figures.ts';
import { serveHome } from './home.ts';
import { isPagePath } from './paths.ts';
import { placesIn } from './places.ts';
import { PAGE_CSP } from './policy.ts';
import { servePublished } from './published-pages.ts';
import { serveTracking, type TrackAnswers } from './track-answers.ts';
import { tellTrouble } from './trouble.ts';

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

export interface Web {
  /** The folder of the build. */
  readonly root: string | undefined;
  readonly origin: string;
  /** Whether visitors are told that nothing is taken for real. */
  readonly isTrial: boolean;
  /** Says which day it is. */
  readonly clock: Clock;
  readonly tracking: TrackAnswers;
}

/**
 * The built pages, compressed where the browser takes that: files that are named by their content are
 * kept for ever, documents never. A document is named as its address; the console has one for all of its.
 */
export function serveConsole(
  app: FastifyInstance,
  { root, origin, isTrial, clock, tracking }: Web,
): void {
  const built = readBuilt(root, isTrial);
  const placesOf = placesIn(built?.site ?? {}, origin);
  const placed = (reply: FastifyReply, path: string) => {
    const link = placesOf(path);
    if (link !== undefined) void reply.header('link', link);
  };
  if (built) {
    void app.register(fastifyStatic, {
      root: built.root,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      preCompressed: true,
      // A document has one address, and which of two it is hangs on the installation.
      allowedPath: (path, _root, { raw }) =>
        !COMPRESSED.test(path) && !/\.html/.test(raw.url ?? ''),
      setHeaders(reply, path) {
        const file = `/${relative(built.root, path)}`.replaceAll('\\', '/').replace(COMPRESSED, '');
        void reply.header('cache-control', cacheControl(file));
        void reply.header('content-security-policy', PAGE_CSP);
      },
    });
    app.addHook('onRequest', async ({ headers }) => onlyNamedEncodings(headers));
    tellTrouble(app, built);
    tellCrawlers(app, built, origin);
    const drawing = drawingOf(built, isTrial);
    serveAnswers(app, built, drawing.answer, placesOf, clock);
    serveTracking(app, built, drawing, tracking);
    servePublished(app, built, drawing.answer, placesOf, tracking);
    const figures = toldFigures(tracking.services);
    serveFigures(app, built, drawing.answer, placesOf, figures);
    serveHome(app, built, drawing.answer, placesOf, tracking.services, figures);
  }
  app.setNotFoundHandler(async (request, reply) => {
    const [path = '/', ...query] = (request.raw.url ?? '/').split('?');
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && isPagePath(path);
    const page = isPage ? built?.pageAt(path) : undefined;
    if (page) {
      placed(reply, path);
      return reply.sendFile(...page);
    }
    const bare = path.replace(/(?<=.)\/$/, '');
    if (isPage && bare !== path && built?.pageAt(bare))
      return reply.redirect([bare, ...query].join('?'), 308);
    return sendProblem(request, reply, new Refusal('NOT_FOUND'));
  });
}

/** The plugin takes `*` for gzip, even where `gzip;q=0` stands beside it. */
function onlyNamedEncodings(headers: IncomingHttpHeaders): void {
  const accepted = headers['accept-encoding'];
  if (typeof accepted === 'string')
    headers['accept-encoding'] = accepted.replaceAll('*', 'identity');
}
