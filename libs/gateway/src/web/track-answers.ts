import { networkOf } from '@minh-bach/sign-in';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LIMITS, MOST_BYTES, PUBLIC_UPSTREAM_MS } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import { jsonOf } from '../proxy/ask-service.ts';
import { inward } from '../proxy/headers.ts';
import { IncomingBody } from '../proxy/incoming-body.ts';
import type { Services } from '../proxy/services.ts';
import { within, type Shares } from '../proxy/shares.ts';
import type { Built } from './built.ts';
import type { Drawing } from './drawing.ts';
import { PAGE_CSP } from './policy.ts';

/** Bytes: all answers have one length, as those of the API have. */
const STEP = 64 * 1024;
/** An answer stays as it is drawn: a script would begin anew. */
const SCRIPTS = /<script[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g;
const MOST_TYPED = 200;

export interface TrackAnswers {
  readonly services: Services;
  readonly shares: Shares;
}

/**
 * Tracking without a script: a form, whose answer is a page that nobody keeps. Its limits are those of
 * `POST /api/track`; places at the service are shared with it.
 */
export function serveTracking(
  app: FastifyInstance,
  { site }: Built,
  drawing: Drawing,
  it: TrackAnswers,
): void {
  const { track } = site;
  if (track === undefined) return;
  const config = { ...LIMITS.track, isSmall: true, mostBytes: MOST_BYTES.track } as const;
  const forRating = { ...config, mostBytes: MOST_BYTES.rating };
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', (request, payload, done) =>
      done(
        null,
        new IncomingBody(payload, request.routeOptions.config.mostBytes ?? MOST_BYTES.track),
      ),
    );
    const places = (['vi', 'en'] as const).flatMap((language) => [
      { language, path: track[language], said: undefined, config },
      { language, path: `${track[language]}/rating`, said: 'rating' as const, config: forRating },
      {
        language,
        path: `${track[language]}/withdrawal`,
        said: 'withdrawal' as const,
        config: forRating,
      },
    ]);
    for (const { language, path, said, config } of places)
      scope.post(path, { config }, async (request, reply) => {
        const { status, answer } = await answerOf(request, drawing, it, said);
        const file = `${track[language].slice(1)}.html`;
        const page = await drawing.answer('track', language, file, answer);
        return reply
          .code(status)
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-store')
          .header('content-security-policy', PAGE_CSP)
          .send(padded(page.replace(SCRIPTS, '')));
      });
  });
}

async function answerOf(
  { body, ip }: FastifyRequest,
  drawing: Drawing,
  { services, shares }: TrackAnswers,
  said: keyof typeof SAID | undefined,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const network = networkOf(ip);
  const sent =
    body instanceof IncomingBody ? await shares.reading.public.whole(network, body) : Buffer.of();
  const form = new URLSearchParams(sent.toString());
  const typed = (form.get('code') ?? '').slice(0, MOST_TYPED);
  const code = await drawing.codeOf(typed);
  if (code === undefined) return { status: 400, answer: { code: typed } };
  const json = { accept: 'application/json', 'content-type': 'application/json' };
  const asked = (path: string, body: object) =>
    within(shares.public, network, () =>
      services.ask('intake', path, {
        method: 'POST',
        headers: inward(json),
        body: Buffer.from(JSON.stringify(body)),
        withinMs: PUBLIC_UPSTREAM_MS,
      }),
    );
  // What is refused of it, the page shows by where it stands.
  const taken = said ? await asked(`/intake/track/${said}`, SAID[said](code, form)) : null;
  const told = taken?.status === 200 ? taken : await asked('/intake/track', { code });
  if (told.status === 200) return { status: 200, answer: { tracked: jsonOf(told) } };
  if (told.status !== 404) throw new Refusal('UNAVAILABLE');
  return { status: 404, answer: { code: typed, problem: jsonOf(told) } };
}

/** As the form sends it; the service judges it. */
const SAID = {
  rating: (code: string, form: URLSearchParams): object => ({
    code,
    stars: Number(form.get('stars')),
    reasons: form.getAll('reasons'),
    words: wordsOf(form),
  }),
  withdrawal: (code: string, form: URLSearchParams): object => ({
    code,
    isWhole: form.get('part') !== 'some',
    words: wordsOf(form),
  }),
} as const;

function wordsOf(form: URLSearchParams): string | null {
  const words = (form.get('words') ?? '').trim();
  return words === '' ? null : words;
}

function padded(page: string): string {
  const bytes = Buffer.byteLength(page) + '<!---->'.length;
  return `${page}<!--${' '.repeat(Math.ceil(bytes / STEP) * STEP - bytes)}-->`;
}
