import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { runGateway, type RunningGateway } from './specs/running-gateway.ts';
import type { FakeAnswer } from './specs/fake-service.ts';

let database: TestDatabase;
let webRoot: string;

const DOCUMENT = '<title>x</title><!--page-->as built<!--/page-->';
const LIST = { vi: '/tra-loi-da-cong-bo', en: '/en/published-answers' };
const both = { vi: 'Khiếu nại đúng', en: 'Complaint upheld' };
const decision = {
  id: '0198-a',
  unit: { id: 'HQ-SM', name: { vi: 'Hải quan cửa khẩu Sông Mây', en: 'Song May Border Post' } },
  ...{ kind: 'complaint', kindText: both, instance: 1, outcome: 'upheld', outcomeText: both },
  ...{ publishedOn: '2025-11-27', issuedOn: '2025-11-20', text: 'Hủy $& <script>' },
};

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'minh-bach-web-'));
  const put = async (file: string, text: string) => {
    await mkdir(dirname(join(webRoot, file)), { recursive: true });
    await writeFile(join(webRoot, file), text);
  };
  for (const file of ['index', 'en', 'tra-loi-da-cong-bo', 'en/published-answers', '404', '500'])
    await put(`${file}.html`, DOCUMENT);
  for (const file of ['en/404', 'en/500']) await put(`${file}.html`, DOCUMENT);
  await put('.site.json', JSON.stringify({ home: { vi: '/', en: '/en' }, published: LIST }));
  await put(
    '.draw/draw.js',
    'export const draw = (page, language, isTrial, answer, query) => JSON.stringify({ page, language, answer, query });',
  );
  await put('.draw/package.json', '{"type": "module"}');
  database = await createTestDatabase();
}, 30_000);
afterAll(async () => {
  await database.drop();
  await rm(webRoot, { recursive: true, force: true });
});

/** With a door of its own: what the home page tells is kept for a while. */
async function at(answer: FakeAnswer, see: (door: RunningGateway) => Promise<void>): Promise<void> {
  const door = await runGateway(database.url, { webRoot });
  door.service.answer = () => answer;
  try {
    await see(door);
  } finally {
    await door.stop();
  }
}
async function ask(door: RunningGateway, path: string) {
  const response = await fetch(door.origin + path, { redirect: 'manual' });
  const text = await response.text();
  const [, drawn] = /<!--page-->(\{.*\})<!--\/page-->/.exec(text) ?? [];
  return { response, text, told: drawn === undefined ? undefined : JSON.parse(drawn) };
}
const list = (items: unknown[], nextCursor: string | null = null) => ({
  status: 200,
  body: { items, nextCursor },
});

describe('published decisions', () => {
  it('are a list, page by page, drawn into the document and kept by nobody', async () => {
    await at(list([decision], 'abc'), async (door) => {
      const { response, told } = await ask(door, `${LIST.en}?tiep=x.y-z`);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(told).toEqual({
        ...{ page: 'published', language: 'en', query: '?tiep=x.y-z' },
        answer: { items: [decision], next: 'abc', isFurther: true },
      });
      expect(door.service.seen.at(-1)?.url).toBe('/response/published?limit=20&cursor=x.y-z');
    });
  });

  it('have a page each, which no search engine keeps', async () => {
    await at({ status: 200, body: decision }, async (door) => {
      const { response, told } = await ask(door, `${LIST.vi}/0198-a`);
      expect(response.headers.get('x-robots-tag')).toBe('noindex, noarchive');
      expect(told).toMatchObject({ answer: { one: decision }, query: '/0198-a' });
      const bare = await ask(door, `${LIST.vi}/`);
      expect([bare.response.status, bare.response.headers.get('location')]).toEqual([308, LIST.vi]);
    });
  });

  it('that were taken back answer 404, as a page that never was', async () => {
    await at({ status: 404, body: {} }, async (door) => {
      const gone = await ask(door, `${LIST.vi}/0198-a`);
      const before = door.service.seen.length;
      const never = await ask(door, `${LIST.vi}/..%2f..%2fmatters`);
      const cursor = await ask(door, `${LIST.vi}?tiep=a&tiep=b`);
      for (const { response, text } of [gone, never, cursor])
        expect([response.status, text]).toEqual([404, DOCUMENT]);
      expect(door.service.seen).toHaveLength(before);
    });
  });

  it('wait for their service: the page says to come back', async () => {
    await at({ status: 500, body: {} }, async (door) => {
      expect((await ask(door, LIST.vi)).response.status).toBe(503);
    });
  });
});

describe('the home page', () => {
  it('names those that became public last, asked for once for many visitors', async () => {
    await at(list([decision]), async (door) => {
      const pages = await Promise.all(Array.from({ length: 9 }, () => ask(door, '/')));
      const { id, unit, outcomeText, publishedOn } = decision;
      for (const { response, told } of pages) {
        expect(told.answer).toEqual({
          latest: [{ id, unit, outcomeText, publishedOn }],
          figures: null,
        });
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(response.headers.get('content-encoding')).toBe('gzip');
      }
      const asked = door.service.seen.filter(({ url }) => url.includes('published'));
      expect(asked).toHaveLength(1);
      expect(asked[0]?.url).toBe('/response/published?limit=3');
    });
  });

  it.each([
    ['nothing is public', list([])],
    ['their service is away', { status: 503, body: {} }],
    ['it says something else', { status: 200, body: { ok: true } }],
  ])('is the document as it was built where %s', async (_, answer) => {
    await at(answer, async (door) => {
      for (const path of ['/', '/en']) {
        const { response, text } = await ask(door, path);
        expect([response.status, text]).toEqual([200, DOCUMENT]);
      }
    });
  });
});
