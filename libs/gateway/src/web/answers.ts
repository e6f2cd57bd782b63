import type { Clock } from '@minh-bach/kernel';
import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../http/limits.ts';
import type { Built } from './built.ts';
import type { DrawAnswer } from './drawing.ts';
import { PAGE_CSP } from './policy.ts';
import { timeLimitsOf } from './time-limits.ts';

/** Pages that answer what their address asks: they need no script, and tell nothing of any matter. */
export function serveAnswers(
  app: FastifyInstance,
  built: Built,
  draw: DrawAnswer,
  placesOf: (path: string) => string | undefined,
  clock: Clock,
): void {
  const { limits } = built.site;
  if (limits === undefined) return;
  for (const language of ['vi', 'en'] as const) {
    const address = limits[language];
    const file = `${address.slice(1)}.html`;
    app.get(address, { config: LIMITS.timeLimits }, async (request, reply) => {
      const link = placesOf(address);
      if (link !== undefined) void reply.header('link', link);
      const query = request.query as Record<string, unknown>;
      if (!('loai' in query) && !('ngay' in query)) return reply.sendFile(file, built.documents);
      const answer = timeLimitsOf(query, clock);
      const asked = `?${new URL(request.raw.url ?? '/', 'http://x').searchParams.toString()}`;
      return reply
        .code(answer.fault === null ? 200 : 400)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', PAGE_CSP)
        .send(await draw('limits', language, file, answer, asked));
    });
  }
}
