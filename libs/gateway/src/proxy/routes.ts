import replyFrom from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Doorkeeper } from '../auth/doorkeeper.ts';
import { LIMITS } from '../http/limits.ts';
import { Refusal, sendProblem } from '../http/problem.ts';
import type { GatewayOptions } from '../options.ts';
import { inward, outward } from './headers.ts';
import { LimitedBody } from './limited-body.ts';
import { targetOf } from './paths.ts';

const MEGABYTE = 1024 * 1024;
/** The largest file (20 MB) with what goes with it. */
const MAX_UPLOAD_BYTES = 24 * MEGABYTE;
/** As much JSON as a service takes: it would hang up on more while we still send. */
const MAX_BODY_BYTES = MEGABYTE;
const UPSTREAM_TIMEOUT_MS = 30_000;

const mostBytes = ({ headers }: FastifyRequest): number =>
  /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')
    ? MAX_UPLOAD_BYTES
    : MAX_BODY_BYTES;

/** `/api/<service>/**` to the services, for whoever has signed in; `/api/track` for everybody. */
export function proxyRoutes(
  app: FastifyInstance,
  services: GatewayOptions['services'],
  doorkeeper: Doorkeeper,
): void {
  void app.register(replyFrom, {
    disableRequestLogging: true,
    disableCache: true,
    undici: {
      connections: 128,
      headersTimeout: UPSTREAM_TIMEOUT_MS,
      bodyTimeout: UPSTREAM_TIMEOUT_MS,
    },
  });
  // Bodies pass through as they come; the service alone reads them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request, payload, done) =>
    done(
      null,
      request.headers['content-length'] === undefined
        ? new LimitedBody(payload, mostBytes(request))
        : payload,
    ),
  );

  const forward = (
    request: FastifyRequest,
    reply: FastifyReply,
    url: string,
    accessToken?: string,
  ) =>
    reply.from(url, {
      retryDelay: () => null,
      rewriteRequestHeaders: () => inward(request.headers, accessToken),
      rewriteHeaders: (headers) => outward(headers),
      onError: (_reply, { error }) => {
        if (request.body instanceof LimitedBody && request.body.exceeded) {
          sendProblem(request, reply, new Refusal('BODY_TOO_LARGE'));
          return;
        }
        // The body may still be coming in; then this connection cannot be used again.
        if (!request.raw.complete) void reply.header('connection', 'close');
        request.log.error(
          { service: url.split('/')[3], error: error.name },
          'service does not answer',
        );
        sendProblem(request, reply, new Refusal('UNAVAILABLE'));
      },
    });

  const refuseTooLarge = (request: FastifyRequest) => {
    if (Number(request.headers['content-length'] ?? 0) > mostBytes(request))
      throw new Refusal('BODY_TOO_LARGE');
  };

  app.all('/api/*', async (request, reply) => {
    const target = targetOf(request.raw.url ?? '');
    const caller = await doorkeeper.identify(request, reply);
    if (!target) throw new Refusal('NOT_FOUND');
    refuseTooLarge(request);
    return forward(request, reply, services[target.service] + target.path, caller.accessToken);
  });

  // Who asks is nobody's business here: neither session nor trace of him goes along.
  app.post('/api/track', { config: LIMITS.track }, async (request, reply) => {
    refuseTooLarge(request);
    return forward(request, reply, `${services.intake}/intake/track`);
  });
}
