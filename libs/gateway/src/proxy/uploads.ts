import replyFrom from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UPLOAD_CONNECTIONS, UPSTREAM_MS, type Patience } from '../http/limits.ts';
import { Refusal, sendProblem } from '../http/problem.ts';
import type { Share } from '../http/share.ts';
import { outward } from './headers.ts';
import { IncomingBody } from './incoming-body.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Files may come in here, from people who have signed in. */
    takesFiles?: true;
    mostBytes?: number;
    /** Its body comes in one go: `Patience.smallBodyMs`. */
    isSmall?: true;
  }
}

/** Not by its label alone: an upload has a pace instead of a time, and anybody can write a label. */
export const isUpload = ({ headers, routeOptions: { config } }: FastifyRequest): boolean =>
  config.takesFiles === true && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');

/** RFC 2046 takes 70 characters; a parser of forms fails over much longer ones. */
const BOUNDARY = /;\s*boundary=(?:"[^"\r\n]{1,70}"|[^\s";]{1,70})\s*(?:;|$)/i;

/** Files pass through as they come, since they are large: in a share of their own, and at a pace. */
export function uploads(app: FastifyInstance, share: Share, patience: Patience) {
  void app.register(replyFrom, {
    disableRequestLogging: true,
    disableCache: true,
    undici: {
      connections: UPLOAD_CONNECTIONS,
      headersTimeout: UPSTREAM_MS,
      bodyTimeout: UPSTREAM_MS,
    },
  });

  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    url: string,
    key: string,
    headers: Record<string, string>,
  ): Promise<FastifyReply> => {
    if (!BOUNDARY.test(request.headers['content-type'] ?? '')) throw new Refusal('BAD_REQUEST');
    const length = request.headers['content-length'];
    const leave = await share.enter(key);
    if (reply.raw.destroyed) {
      leave();
      throw new Refusal('BROKEN_OFF');
    }
    reply.raw.once('close', leave);
    const body = request.body instanceof IncomingBody ? request.body : undefined;
    body?.keepPace(patience.uploadCheckMs, patience.uploadBytes);
    return reply.from(url, {
      retryDelay: () => null,
      rewriteRequestHeaders: () =>
        length === undefined ? headers : { ...headers, 'content-length': length },
      rewriteHeaders: (answered) => outward(answered),
      onError: (_reply, { error }) => refuse(request, reply, body, error),
    });
  };
}

/** What the service, or the sender, did not bring to an end. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  body: IncomingBody | undefined,
  error: Error,
): void {
  const brokenOff = request.raw.destroyed && !request.raw.complete;
  if (brokenOff) {
    reply.raw.destroy();
    return;
  }
  // The body may still be coming in; then this connection cannot be used again.
  if (!request.raw.complete && body?.refusal?.code !== 'BODY_TOO_LARGE')
    void reply.header('connection', 'close');
  if (body?.refusal === undefined)
    request.log.error({ error: error.name }, 'a service does not take an upload');
  sendProblem(request, reply, body?.refusal ?? new Refusal('UNAVAILABLE'));
}
