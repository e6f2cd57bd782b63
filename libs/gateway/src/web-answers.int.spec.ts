import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { computeDeadline } from '@minh-bach/rules';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { LIMITS } from './http/limits.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
let webRoot: string;

const SCRIPT = '<script type="module" crossorigin src="/assets/track.js"></script>';
const documentOf = (title: string) =>
  `${SCRIPT}<title>${title}</title><!--page-->as built<!--/page-->`;
const DRAW = `export const draw = (page, language, isTrial, answer, query) =>
  JSON.stringify({ page, language, isTrial, answer, query });
export const codeOf = (typed) => (typed.length === 28 ? typed : undefined);`;
const SITE = {
  track: { vi: '/tra-cuu', en: '/en/track' },
  limits: { vi: '/thoi-han', en: '/en/time-limits' },
};

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(webRoot, file)), { recursive: true });
  await writeFile(join(webRoot, file), text);
}

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'minh-bach-web-'));
  for (const [folder, set] of [
    ['', 'real'],
    ['.trial/', 'trial'],
  ] as const)
    for (const name of [
      'index',
      'tra-cuu',
      'en/track',
      'thoi-han',
      '404',
      '500',
      'en/time-limits',
      'en/404',
      'en/500',
    ])
      await put(`${folder}${name}.html`, documentOf(`${set} ${name}`));
  await put('.site.json', JSON.stringify(SITE));
  await put('.draw/draw.js', DRAW);
  await put('.draw/package.json', '{"type": "module"}');
  database = await createTestDatabase();
  door = await runGateway(database.url, { webRoot });
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
  await rm(webRoot, { recursive: true, force: true });
});

async function ask(path: string) {
  const response = await fetch(door.origin + path);
  const text = await response.text();
  const [, drawn] = /<!--page-->(\{.*\})<!--\/page-->/.exec(text) ?? [];
  return { response, text, told: drawn === undefined ? undefined : JSON.parse(drawn) };
}

describe('time limits', () => {
  it('are counted by the engine, and drawn into the document of the address', async () => {
    const { response, text, told } = await ask('/thoi-han?loai=complaint&ngay=27/11/2026');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(text).toContain('<title>trial thoi-han</title>');
    expect(told).toMatchObject({ page: 'limits', language: 'vi', isTrial: true });
    expect(told.query).toBe('?loai=complaint&ngay=27%2F11%2F2026');
    const { due, explanation } = computeDeadline({ rule: 'KN1.ACCEPT', trigger: '2026-11-27' });
    expect(told.answer.steps[0]).toMatchObject({ step: 'accept', due, explanation });
    expect(told.answer).toMatchObject({ from: '2026-11-27', fault: null });
  });

  it('are counted from today where no day is given, in the language of the address', async () => {
    door.clock.set(new Date('2026-11-26T18:00:00Z'));
    const { told } = await ask('/en/time-limits?loai=denunciation&ngay=');
    expect(told).toMatchObject({ language: 'en', answer: { from: '2026-11-27', day: '' } });
  });

  it.each([
    ['loai=&ngay=27/11/2026', 'kind'],
    ['loai=toString&ngay=27/11/2026', 'kind'],
    ['ngay=27/11/2026', 'kind'],
    ['loai=complaint&ngay=31/02/2026', 'day'],
    ['loai=complaint&ngay=hom nay', 'day'],
    [`loai=complaint&ngay=${'1'.repeat(5_000)}`, 'kind'],
    ['loai=complaint&loai=complaint&ngay=27/11/2026', 'kind'],
    ['loai=complaint&ngay=01/01/1999', 'range'],
    ['loai=complaint&ngay=01/01/9999', 'range'],
  ])('are not told for %s', async (query, fault) => {
    const { response, told } = await ask(`/thoi-han?${query}`);
    expect([response.status, told.answer.fault, told.answer.steps]).toEqual([400, fault, []]);
  });

  it('are the document as it was built where nothing is asked', async () => {
    expect((await ask('/thoi-han')).text).toBe(documentOf('trial thoi-han'));
  });

  it('are asked for so often in a minute, and then the page says to wait', async () => {
    const most = LIMITS.timeLimits.rateLimit.max;
    let { response, text } = await ask('/thoi-han?loai=x');
    for (let n = 0; n < most && response.status !== 429; n += 1)
      ({ response, text } = await ask('/thoi-han?loai=x'));
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(text).toBe(documentOf('trial 500'));
  });
});

describe('tracking by a form', () => {
  const CODE = 'A'.repeat(28);
  const send = async (body: string, path = '/tra-cuu') => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(door.origin + path, { method: 'POST', headers, body });
    const text = await response.text();
    const [, drawn] = /<!--page-->(\{.*\})<!--\/page-->/.exec(text) ?? [];
    return { response, text, told: drawn === undefined ? undefined : JSON.parse(drawn) };
  };

  it('is answered with a page that has no script, is never kept and does not name the code', async () => {
    door.service.answer = () => ({ status: 200, body: { number: 'D26-00000001-0' } });
    const { response, text, told } = await send(`code=${CODE}`, '/en/track');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(told).toMatchObject({
      ...{ page: 'track', language: 'en' },
      answer: { tracked: { number: 'D26-00000001-0' } },
    });
    expect(text).not.toContain('<script');
    expect(text).not.toContain(CODE);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('has answers of one length, whatever they tell', async () => {
    const lengths = new Set<number>();
    for (const much of [1, 20_000]) {
      door.service.answer = () => ({ status: 200, body: { number: 'ô'.repeat(much) } });
      lengths.add(Buffer.byteLength((await send(`code=${CODE}`)).text));
    }
    door.service.answer = () => ({ status: 404, body: { code: 'RECEIPT_CODE_WRONG' } });
    lengths.add(Buffer.byteLength((await send(`code=${CODE}`)).text));
    lengths.add(Buffer.byteLength((await send('code=abc')).text));
    expect([...lengths]).toEqual([64 * 1024]);
  });

  it('rates by a form of its own, and shows where it stands whether that was taken or not', async () => {
    const rating = `code=${CODE}&stars=4&reasons=slow&reasons=unclear&words=Ch%E1%BB%9D+l%C3%A2u`;
    door.service.answer = () => ({ status: 200, body: { number: 'D26-00000001-0' } });
    for (const path of ['/tra-cuu/rating', '/en/track/rating']) {
      const { response, text } = await send(rating, path);
      expect([response.status, text.includes(CODE)]).toEqual([200, false]);
      const { url, body } = door.service.seen.at(-1)!;
      expect([url, JSON.parse(body)]).toEqual([
        '/intake/track/rating',
        { code: CODE, stars: 4, reasons: ['slow', 'unclear'], words: 'Chờ lâu' },
      ]);
    }
    door.service.answer = ({ url }) =>
      url.endsWith('/rating')
        ? { status: 409, body: { code: 'RATING_NOT_OPEN' } }
        : { status: 200, body: { number: 'D26-00000001-0' } };
    expect((await send(rating, '/tra-cuu/rating')).told.answer).toMatchObject({
      tracked: { number: 'D26-00000001-0' },
    });
    // By the form of tracking nothing is rated.
    const before = door.service.seen.length;
    await send(rating);
    expect(door.service.seen.slice(before).map(({ url }) => url)).toEqual(['/intake/track']);
  });

  it('asks to withdraw by a form of its own', async () => {
    door.service.answer = () => ({ status: 200, body: { number: 'D26-00000001-0' } });
    for (const [form, isWhole] of [
      ['part=some', false],
      ['part=all', true],
      ['', true],
    ] as const) {
      await send(`code=${CODE}&${form}`, '/tra-cuu/withdrawal');
      const { url, body } = door.service.seen.at(-1)!;
      expect([url, JSON.parse(body)]).toEqual([
        '/intake/track/withdrawal',
        { code: CODE, isWhole, words: null },
      ]);
    }
  });

  it('asks the service for nothing that is no code, and says so', async () => {
    door.service.answer = () => ({ status: 404, body: { code: 'RECEIPT_CODE_WRONG' } });
    const wrong = await send(`code=${CODE}`);
    expect([wrong.response.status, wrong.told.answer]).toEqual([
      404,
      { code: CODE, problem: { code: 'RECEIPT_CODE_WRONG' } },
    ]);
    door.service.answer = () => ({ status: 500, body: {} });
    for (const body of ['code=abc', '', 'x=1', `code=${'b'.repeat(3_000)}`]) {
      const { response, told } = await send(body);
      expect([body.slice(0, 9), response.status]).toEqual([body.slice(0, 9), 400]);
      expect(told.answer.code.length).toBeLessThanOrEqual(200);
    }
    expect((await send(`code=${'b'.repeat(5_000)}`)).response.status).toBe(413);
    expect((await send(`code=${CODE}`)).text).toContain('<title>trial 500</title>');
  });
});

describe('documents', () => {
  it('say in production nothing of a trial, and what draws them is served to nobody', async () => {
    expect((await ask('/')).text).toBe(documentOf('trial index'));
    const { response } = await ask('/tra-cuu');
    const link = response.headers.get('link');
    expect(link).toContain(`<${door.origin}/tra-cuu>; rel="canonical"`);
    expect(link).toContain(`<${door.origin}/en/track>; rel="alternate"; hreflang="en"`);
    const production = await runGateway(database.url, { webRoot, mode: 'production' });
    try {
      const of = async (path: string) => (await fetch(production.origin + path)).text();
      expect(await of('/')).toBe(documentOf('real index'));
      for (const path of ['/.draw/draw.js', '/.trial/index.html', '/.trial/index', '/.site.json'])
        expect([path, (await fetch(production.origin + path)).status]).toEqual([path, 404]);
    } finally {
      await production.stop();
    }
  });
});
