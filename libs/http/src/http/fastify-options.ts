import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { inRequest } from '../telemetry/request-context.ts';
import { continueTrace } from '../telemetry/traceparent.ts';
import { API_HEADERS } from './api-headers.ts';
import { answerBadUrl, answerBrokenHttp } from './broken-http.ts';
import { MAX_JSON_BYTES } from './json-body.ts';
import { noSchemas } from './no-schemas.ts';

export interface Timeouts {
  /** ms for a request to arrive completely. */
  readonly request: number;
  /** ms for a handler to answer. */
  readonly handler: number;
}

export const fastifyOptions = ({ request, handler }: Timeouts): FastifyHttpOptions<Server> => ({
  logger: false,
  schemaController: noSchemas,
  trustProxy: false,
  bodyLimit: MAX_JSON_BYTES,
  requestTimeout: request,
  // Node looks for late requests only so often, by itself every 30 s.
  http: {
    headersTimeout: Math.min(15_000, request),
    connectionsCheckingInterval: Math.min(5_000, request),
  },
  handlerTimeout: handler,
  keepAliveTimeout: 10_000,
  // On closing, what is being answered is answered; only idle connections are cut.
  forceCloseConnections: 'idle',
  requestIdHeader: false,
  genReqId: () => randomUUID(),
  clientErrorHandler: answerBrokenHttp,
  frameworkErrors: answerBadUrl,
  // Spelled as given: another spelling of a path is another path, except for percent-encoding.
  routerOptions: {
    caseSensitive: true,
    ignoreTrailingSlash: false,
    ignoreDuplicateSlashes: false,
    maxParamLength: 100,
  },
});

/** Headers on every answer, and the scope that log lines and commands read. */
export function openRequestScope(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...API_HEADERS, 'x-request-id': request.id });
    inRequest(
      {
        requestId: request.id,
        route: request.routeOptions.url ?? 'unknown',
        trace: continueTrace(request.headers.traceparent),
      },
      done,
    );
  });
}
