import type { ServiceName } from '@minh-bach/contracts';
import { networkOf } from '@minh-bach/sign-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { holderKey, type Doorkeeper } from '../auth/doorkeeper.ts';
import {
  LARGE_JSON_BYTES,
  LIMITS,
  MOST_BYTES,
  PUBLIC_UPSTREAM_MS,
  UPSTREAM_MS,
  type Patience,
} from '../http/limits.ts';
import type { Guesses } from '../http/guesses.ts';
import { admitLookup } from '../http/not-found.ts';
import { Refusal } from '../http/problem.ts';
import { sealIn } from '../positions/in-answers.ts';
import { openIn } from '../positions/in-requests.ts';
import type { Positions } from '../positions/positions.ts';
import type { ServiceAnswer } from './ask-service.ts';
import { inward, outward } from './headers.ts';
import { IncomingBody } from './incoming-body.ts';
import { searchOf, targetOf } from './paths.ts';
import type { Services } from './services.ts';
import { within, type Shares } from './shares.ts';
import { isUpload, uploads } from './uploads.ts';

/** Services have no others. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE']);

export interface ProxyRoutes {
  readonly services: Services;
  readonly doorkeeper: Doorkeeper;
  readonly positions: Positions;
  readonly shares: Shares;
  readonly guesses: Guesses;
  readonly patience: Patience;
}

/** `/api/<service>/**` to the services, for people who have signed in; `/api/track` and `/api/published` for
 * everybody. */
export function proxyRoutes(app: FastifyInstance, it: ProxyRoutes): void {
  const passUpload = uploads(app, it.shares.uploads, it.patience);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request, payload, done) =>
    done(null, new IncomingBody(payload, mostBytes(request))),
  );

  /** 1. The body, whole, before a service is asked. 2. The service, within its class's share. */
  const pass = async (
    request: FastifyRequest,
    { service, path }: { readonly service: ServiceName; readonly path: string },
    by: { readonly key: string; readonly isPublic: boolean; readonly waits: boolean },
    headers: Record<string, string>,
  ): Promise<ServiceAnswer> => {
    const { reading } = it.shares;
    const coming = request.body instanceof IncomingBody ? request.body : undefined;
    const body =
      coming &&
      (await (by.isPublic
        ? reading.public.whole(by.key, coming)
        : within(reading.staff, by.key, () => coming.whole())));
    const share = it.shares[by.isPublic ? 'public' : shareOf(body, by.waits)];
    const withinMs = by.isPublic ? PUBLIC_UPSTREAM_MS : UPSTREAM_MS;
    const question = { method: request.method, headers, body, withinMs };
    return within(share, by.key, () => it.services.ask(service, path, question));
  };

  app.all('/api/*', { config: { takesFiles: true } }, async (request, reply) => {
    const target = targetOf(request.raw.url ?? '');
    const caller = await it.doorkeeper.identify(request, reply);
    if (!target || !METHODS.has(request.method)) throw new Refusal('NOT_FOUND');
    refuseTooLarge(request);
    const { headers, search, waits } = openIn(request.headers, target.search, (token) =>
      it.positions.open(token, caller),
    );
    const { service } = target;
    const path = target.path + search;
    const sent = inward(headers, caller.accessToken);
    const key = holderKey(caller);
    await admitLookup(request, reply, it.guesses, key);
    if (isUpload(request))
      return passUpload(request, reply, it.services.urlOf(service, path), key, sent);
    const answer = await pass(request, { service, path }, { key, isPublic: false, waits }, sent);
    return send(reply, answer, (position) => it.positions.seal(position, caller));
  });

  // Who asks is nobody's business here: neither session nor trace of them goes along.
  const track = {
    config: { ...LIMITS.track, isSmall: true, mostBytes: MOST_BYTES.track },
  } as const;
  app.post('/api/track', track, async (request, reply) => {
    refuseTooLarge(request);
    const by = { key: networkOf(request.ip), isPublic: true, waits: false };
    const to = { service: 'intake', path: '/intake/track' } as const;
    const answer = await pass(request, to, by, inward(request.headers));
    return send(reply, answer, () => undefined);
  });

  const rating = { config: { ...track.config, mostBytes: MOST_BYTES.rating } } as const;
  for (const name of ['rating', 'withdrawal'] as const)
    app.post(`/api/track/${name}`, rating, async (request, reply) => {
      refuseTooLarge(request);
      const by = { key: networkOf(request.ip), isPublic: true, waits: false };
      const to = { service: 'intake', path: `/intake/track/${name}` } as const;
      const answer = await pass(request, to, by, inward(request.headers));
      return send(reply, answer, () => undefined);
    });

  // What is public anyway. Nobody keeps it on the way: it may be taken back.
  app.get('/api/published', { config: LIMITS.published }, async (request, reply) => {
    const search = searchOf(request.raw.url ?? '');
    if (search === undefined) throw new Refusal('NOT_FOUND');
    const by = { key: networkOf(request.ip), isPublic: true, waits: false };
    const to = { service: 'response', path: `/response/published${search}` } as const;
    const answer = await pass(request, to, by, inward({ accept: 'application/json' }));
    return send(reply.header('cache-control', 'no-store'), answer, () => undefined);
  });
}

const shareOf = (body: Buffer | undefined, waits: boolean) =>
  (body?.length ?? 0) > LARGE_JSON_BYTES ? 'large' : waits ? 'waits' : 'staff';

const mostBytes = (request: FastifyRequest): number => {
  const { mostBytes: ofRoute } = request.routeOptions.config;
  return ofRoute ?? (isUpload(request) ? MOST_BYTES.upload : MOST_BYTES.json);
};

function refuseTooLarge(request: FastifyRequest): void {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes(request))
    throw new Refusal('BODY_TOO_LARGE');
}

function send(
  reply: FastifyReply,
  { status, headers, body }: ServiceAnswer,
  seal: (position: string) => string | undefined,
): FastifyReply {
  const { 'content-length': _, ...kept } = outward(headers);
  const position = headers['x-position'];
  const sealed = typeof position === 'string' ? seal(position) : undefined;
  void reply.code(status).headers(kept);
  if (sealed !== undefined) void reply.header('x-position', sealed);
  if (body.length === 0) return reply.send();
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  if (!isJson || !body.includes('"position"')) return reply.send(body);
  const told = sealIn(JSON.parse(body.toString('utf8')), (plain) => seal(plain) ?? '');
  return reply.send(JSON.stringify(told));
}
