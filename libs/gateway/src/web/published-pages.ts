import { publishedDecisionSchema, publishedSchema } from '@minh-bach/contracts';
import { networkOf } from '@minh-bach/sign-in';
import type { FastifyInstance } from 'fastify';
import { LIMITS, PUBLIC_UPSTREAM_MS, countedAsOne } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import { jsonOf } from '../proxy/ask-service.ts';
import { inward } from '../proxy/headers.ts';
import { within } from '../proxy/shares.ts';
import type { Built } from './built.ts';
import type { DrawAnswer } from './drawing.ts';
import { PAGE_CSP } from './policy.ts';
import type { TrackAnswers } from './track-answers.ts';

const ID = /^[\w-]{1,64}$/;
const CURSOR = /^[\w.~=+/-]{1,500}$/;

/**
 * Decisions that are public: a list, and a page of each. Drawn anew for each visitor and kept by nobody on
 * the way, as one may be taken back; search engines do not list what they would go on showing.
 */
export function servePublished(
  app: FastifyInstance,
  { site }: Built,
  draw: DrawAnswer,
  placesOf: (path: string) => string | undefined,
  { services, shares }: TrackAnswers,
): void {
  const { published } = site;
  if (published === undefined) return;
  /** @throws Refusal `NOT_FOUND`, `UNAVAILABLE` */
  const told = async (ip: string, path: string): Promise<unknown> => {
    const question = { headers: inward({ accept: 'application/json' }) };
    const answer = await within(shares.public, networkOf(ip), () =>
      services.ask('response', `/response/published${path}`, {
        ...{ method: 'GET', ...question, withinMs: PUBLIC_UPSTREAM_MS },
      }),
    );
    if (answer.status === 200) return jsonOf(answer);
    throw new Refusal([400, 404].includes(answer.status) ? 'NOT_FOUND' : 'UNAVAILABLE');
  };
  const counted = countedAsOne(app, LIMITS.published);
  for (const language of ['vi', 'en'] as const) {
    const address = published[language];
    const file = `${address.slice(1)}.html`;
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': PAGE_CSP,
    };
    app.get(address, counted, async ({ ip, query }, reply) => {
      const { tiep } = query as Record<string, unknown>;
      const isFurther = tiep !== undefined;
      if (isFurther && !(typeof tiep === 'string' && CURSOR.test(tiep)))
        throw new Refusal('NOT_FOUND');
      const asked = new URLSearchParams({ limit: '20', ...(isFurther ? { cursor: tiep } : {}) });
      const { items, nextCursor } = publishedSchema.parse(await told(ip, `?${asked}`));
      const answer = { items, next: nextCursor, isFurther };
      const further = isFurther ? `?${new URLSearchParams({ tiep })}` : '';
      const link = placesOf(address);
      if (link !== undefined) void reply.header('link', link);
      return reply.headers(headers).send(await draw('published', language, file, answer, further));
    });
    app.get<{ Params: { id: string } }>(`${address}/:id`, counted, async (request, reply) => {
      const { id } = request.params;
      if (id === '') return reply.redirect(address, 308);
      if (!ID.test(id)) throw new Refusal('NOT_FOUND');
      const one = publishedDecisionSchema.parse(await told(request.ip, `/${id}`));
      return reply
        .headers({ ...headers, 'x-robots-tag': 'noindex, noarchive' })
        .send(await draw('published', language, file, { one }, `/${id}`));
    });
  }
}
