import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HTTP_PROBLEMS } from '@minh-bach/contracts';
import { makeProblem, PROBLEM_JSON } from '../problems/problem.ts';
import { API_HEADERS } from './api-headers.ts';
import { languageOf } from '../problems/words.ts';

/** What is no HTTP at all never becomes a request: answered on the socket, then closed. */
export function answerBrokenHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
  const problem = makeProblem(
    'BAD_REQUEST',
    { ...HTTP_PROBLEMS.BAD_REQUEST, status },
    {},
    { requestId: randomUUID(), language: 'vi' },
  );
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `Content-Type: ${PROBLEM_JSON}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

/** An address that cannot be decoded has no route, so no filter sees it; its answer quotes nothing. */
export function answerBadUrl(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = makeProblem(
    'BAD_URL',
    HTTP_PROBLEMS.BAD_URL,
    {},
    { requestId: request.id, language: languageOf(request.headers['accept-language']) },
  );
  void reply
    .code(problem.status)
    .headers({ ...API_HEADERS, 'x-request-id': request.id, 'content-type': PROBLEM_JSON })
    .send(JSON.stringify(problem));
}
