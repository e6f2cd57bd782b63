import type { PublicFigures } from '@minh-bach/contracts';
import type { FastifyInstance } from 'fastify';
import { LIMITS, countedAsOne } from '../../http/limits.ts';
import { Refusal } from '../../http/problem.ts';
import type { Built } from '../built.ts';
import type { DrawAnswer } from '../drawing.ts';
import { PAGE_CSP } from '../policy.ts';
import { figuresCsv } from './csv.ts';
import { publicFigures } from './masked.ts';
import type { ToldFigures } from './told-figures.ts';

const FILE = /^(\d{4}-\d\d)(\.csv)?$/;

/** Figures of the last month that is over, of another one, and the same as a table for programs. */
export function serveFigures(
  app: FastifyInstance,
  { site }: Built,
  draw: DrawAnswer,
  placesOf: (path: string) => string | undefined,
  toldNow: ToldFigures,
): void {
  const { figures } = site;
  if (figures === undefined) return;
  /** @throws Refusal `NOT_FOUND`, `UNAVAILABLE` */
  const figuresOf = async (asked?: string): Promise<PublicFigures> => {
    const told = await toldNow();
    const last = told?.[0]?.months[0];
    if (!told || last === undefined) throw new Refusal('UNAVAILABLE');
    const shown = publicFigures(told, asked ?? last);
    if (!shown.months.includes(shown.month)) throw new Refusal('NOT_FOUND');
    return shown;
  };
  const counted = countedAsOne(app, LIMITS.figures);
  for (const language of ['vi', 'en'] as const) {
    const address = figures[language];
    const file = `${address.slice(1)}.html`;
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': PAGE_CSP,
    };
    app.get(address, counted, async (_request, reply) => {
      const link = placesOf(address);
      if (link !== undefined) void reply.header('link', link);
      return reply.headers(headers).send(await draw('figures', language, file, await figuresOf()));
    });
    app.get<{ Params: { file: string } }>(`${address}/:file`, counted, async (request, reply) => {
      const { file: asked } = request.params;
      if (asked === '') return reply.redirect(address, 308);
      const [, month, isCsv] = FILE.exec(asked) ?? [];
      if (month === undefined) throw new Refusal('NOT_FOUND');
      const shown = await figuresOf(month);
      if (isCsv === undefined)
        return reply
          .headers(headers)
          .send(await draw('figures', language, file, shown, `/${month}`));
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="minh-bach-${month}.csv"`)
        .send(figuresCsv(shown, language));
    });
  }
}
