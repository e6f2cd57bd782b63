import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Cuts a connection that asks on without waiting for its answers: each is kept for it until it reads.
 * Browsers and proxies ask once at a time. An answer counts until all of it has left.
 */
export function limitPipelines(app: FastifyInstance, most: number): void {
  const waiting = new WeakMap<Socket, number>();
  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    const now = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, now);
    reply.raw.once('close', () => waiting.set(socket, waiting.get(socket)! - 1));
    if (now > most) socket.destroy();
    else done();
  });
}
