import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { publishedSchema } from '@minh-bach/contracts';
import type { FastifyInstance } from 'fastify';
import { jsonOf } from '../proxy/ask-service.ts';
import { inward } from '../proxy/headers.ts';
import type { Services } from '../proxy/services.ts';
import type { Built } from './built.ts';
import type { DrawAnswer, Language } from './drawing.ts';
import { publicFigures } from './figures/masked.ts';
import type { ToldFigures } from './figures/told-figures.ts';
import { kept } from './kept.ts';
import { PAGE_CSP } from './policy.ts';

/** How long what is told on the home page is kept in memory: what is taken back is gone within it. */
const KEPT_MS = 10_000;
/** Nobody waits longer for the home page: without this it is the one that was built. */
const WITHIN_MS = 1_000;
const LATEST = 3;

type Page = Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;

/**
 * The home page with what became public last and the figures of the last month. Drawn once in some seconds, however many visitors come; where
 * it cannot be told, the page is the document as it was built.
 */
export function serveHome(
  app: FastifyInstance,
  built: Built,
  draw: DrawAnswer,
  placesOf: (path: string) => string | undefined,
  services: Services,
  toldNow: ToldFigures,
): void {
  const { vi = '/', en } = built.site['home'] ?? {};
  const addresses: [Language, string][] = [
    ['vi', vi],
    ...(en ? [['en', en] as [Language, string]] : []),
  ];
  for (const [language, address] of addresses) {
    const file = address === '/' ? 'index.html' : `${address.slice(1)}.html`;
    const pageNow = kept(KEPT_MS, async () => {
      const [latest, figures] = await Promise.all([
        latestOf(services).catch(() => []),
        within(WITHIN_MS, lastMonth(toldNow)),
      ]);
      if (latest.length === 0 && figures === null) return undefined;
      return packed(await draw('home', language, file, { latest, figures }));
    });
    app.get(address, async ({ headers }, reply) => {
      const link = placesOf(address);
      if (link !== undefined) void reply.header('link', link);
      const page = await pageNow();
      if (!page) return reply.sendFile(file, built.documents);
      const coding = codingOf(headers['accept-encoding']);
      if (coding !== 'identity') void reply.header('content-encoding', coding);
      return reply
        .type('text/html; charset=utf-8')
        .headers({ 'cache-control': 'no-store', vary: 'accept-encoding' })
        .header('content-security-policy', PAGE_CSP)
        .send(page[coding]);
    });
  }
}

/** The whole of the last month that is over; `null` where nothing of it may be told. */
async function lastMonth(toldNow: ToldFigures) {
  const told = await toldNow();
  const last = told?.[0]?.months[0];
  if (!told || last === undefined) return null;
  const { month, closedOn, total } = publicFigures(told, last);
  const { received, inTime, late, medianDays } = total;
  const isHidden = [received, inTime, late, medianDays].every((one) => one === null);
  return isHidden ? null : { month, closedOn, received, inTime, late, medianDays };
}

const within = async <T>(ms: number, work: Promise<T>): Promise<T | null> =>
  Promise.race([work, new Promise<null>((done) => setTimeout(() => done(null), ms).unref())]);

async function latestOf(services: Services) {
  const answer = await services.ask('response', `/response/published?limit=${LATEST}`, {
    method: 'GET',
    headers: inward({ accept: 'application/json' }),
    withinMs: WITHIN_MS,
  });
  const { items } = publishedSchema.parse(jsonOf(answer));
  return items.map(({ id, unit, outcomeText, publishedOn }) => ({
    ...{ id, unit, outcomeText, publishedOn },
  }));
}

function packed(page: string): Page {
  const identity = Buffer.from(page);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return { identity, br: brotliCompressSync(identity, { params }), gzip: gzipSync(identity) };
}

function codingOf(accepted: string | string[] | undefined): keyof Page {
  const codings = String(accepted ?? '')
    .split(',')
    .filter((coding) => !/;\s*q=0(\.0*)?\s*$/.test(coding))
    .map((coding) => coding.split(';')[0]!.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((coding) => codings.includes(coding)) ?? 'identity';
}
