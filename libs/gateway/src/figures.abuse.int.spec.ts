import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { LIMITS } from './http/limits.ts';
import { runGateway, type RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let webRoot: string;
let door: RunningGateway;
/** Requests that get no answer of figures. */
let away: string | null = null;

const DOCUMENT = '<title>x</title><!--page-->as built<!--/page-->';
const PAGE = { vi: '/so-lieu', en: '/en/figures' };
const units = ['A', 'B'].map((id) => ({ id, name: { vi: `=Đơn vị, ${id}`, en: id } }));
const sum = (what: string, unit: string, n: number, value = 0) => ({
  ...{ what, unit, n, value, month: '2025-10' },
});
const TOLD: Readonly<Record<string, unknown[]>> = {
  triage: [sum('received', 'A', 20), sum('received', 'B', 6)],
  investigation: [sum('late', 'A', 2), sum('late', 'B', 4)],
  response: [
    ...[sum('settled', 'A', 22), sum('limited', 'A', 20), sum('inTime', 'A', 19)],
    ...[sum('days', 'A', 22, 30), sum('upheld', 'A', 1)],
  ],
};

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'minh-bach-web-'));
  for (const file of ['index', 'so-lieu', 'en/figures', '404', '500', 'en/404', 'en/500']) {
    await mkdir(dirname(join(webRoot, file)), { recursive: true });
    await writeFile(join(webRoot, `${file}.html`), DOCUMENT);
  }
  await writeFile(join(webRoot, '.site.json'), JSON.stringify({ figures: PAGE }));
  await mkdir(join(webRoot, '.draw'));
  await writeFile(
    join(webRoot, '.draw/draw.js'),
    'export const draw = (page, language, isTrial, answer, query) => JSON.stringify({ page, language, answer, query });',
  );
  await writeFile(join(webRoot, '.draw/package.json'), '{"type": "module"}');
  database = await createTestDatabase();
}, 30_000);
afterAll(async () => {
  await database.drop();
  await rm(webRoot, { recursive: true, force: true });
});

async function open(see: () => Promise<void>): Promise<void> {
  door = await runGateway(database.url, { webRoot });
  door.service.answer = ({ url }) => {
    const [, service = ''] = url.split('/');
    const isFigures = url === `/${service}/figures`;
    if (!isFigures || service === away) return { status: 503, body: {} };
    const body = { units, months: ['2025-10', '2025-09'], sums: TOLD[service] };
    return { status: 200, body };
  };
  try {
    await see();
  } finally {
    await door.stop();
  }
}
async function ask(path: string) {
  const response = await fetch(door.origin + path, { redirect: 'manual' });
  const text = await response.text();
  const [, drawn] = /<!--page-->(\{.*\})<!--\/page-->/.exec(text) ?? [];
  return { response, text, told: drawn === undefined ? undefined : JSON.parse(drawn) };
}

describe('figures', () => {
  it('are those of all services, without small numbers, at an address of each month', async () => {
    await open(async () => {
      const { response, told } = await ask(PAGE.vi);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(told).toMatchObject({
        page: 'figures',
        answer: {
          ...{ month: '2025-10', closedOn: '2025-10-31', months: ['2025-10'] },
          total: { received: 26, late: 6, settled: 22 },
          units: [
            { id: 'A', received: 20, late: null, settled: null, upheld: null, inTime: null },
            { id: 'B', received: 6, late: null, settled: null },
          ],
        },
      });
      expect(told.answer.total.inTime).toEqual({ percent: 80, is: 'at_least' });
      expect(await ask(`${PAGE.en}/2025-10`)).toMatchObject({
        told: { language: 'en', query: '/2025-10' },
      });
      for (const path of ['2025-11', '2025-09', '2024-10', 'x', '2025-10.csvx', '..%2f2025-10'])
        expect([path, (await ask(`${PAGE.vi}/${path}`)).response.status]).toEqual([path, 404]);
    });
  });

  it('are a table for programs, in which a name is no formula', async () => {
    await open(async () => {
      const { response, text } = await ask(`${PAGE.vi}/2025-10.csv`);
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(text.split('\r\n').slice(1)).toEqual([
        'Tất cả,2025-10,26,22,>=80,6,30,,,',
        `"'=Đơn vị, A",2025-10,20,,,,,,,`,
        `"'=Đơn vị, B",2025-10,6,,,,,,,`,
        '',
      ]);
    });
  });

  it('are given raw to nobody outside', async () => {
    await open(async () => {
      for (const service of ['triage', 'investigation', 'response'])
        expect((await ask(`/api/${service}/figures`)).response.status).toBeGreaterThanOrEqual(400);
      expect(door.service.seen).toEqual([]);
    });
  });

  it('stand on the home page, four of them', async () => {
    await open(async () => {
      const { told } = await ask('/');
      expect(told.answer).toEqual({
        latest: [],
        figures: {
          ...{ month: '2025-10', closedOn: '2025-10-31', received: 26, late: 6, medianDays: 30 },
          inTime: { percent: 80, is: 'at_least' },
        },
      });
    });
  });

  it('are counted as one: no other page, table, language or method gives more of them', async () => {
    await open(async () => {
      const paths = [PAGE.vi, PAGE.en, `${PAGE.vi}/2025-10.csv`, `${PAGE.en}/2025-10`];
      const codes: number[] = [];
      for (let n = 0; n < LIMITS.figures.rateLimit.max + 4; n++) {
        const method = n % 8 < 4 ? 'GET' : 'HEAD';
        codes.push((await fetch(door.origin + paths[n % 4]!, { method })).status);
      }
      expect(codes.filter((code) => code === 200)).toHaveLength(LIMITS.figures.rateLimit.max);
      expect(codes.slice(-4)).toEqual([429, 429, 429, 429]);
    });
  });

  it('are not told in part: where one service is away, none is', async () => {
    away = 'investigation';
    await open(async () => {
      expect((await ask(PAGE.vi)).response.status).toBe(503);
      expect((await ask('/')).text).toBe(DOCUMENT);
    });
  });
});
