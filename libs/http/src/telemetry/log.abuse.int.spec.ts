import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemoApp } from '../specs/app.ts';
import { JsonLogger } from './logger.ts';
import { safeError } from './safe-error.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
beforeAll(async () => {
  demo = await startDemoApp({
    log: { level: 'debug', destination: { write: (line) => void lines.push(line) } },
  });
  await demo.app.init();
  await demo.fastify.ready();
});
afterAll(() => demo.close());
const lines: string[] = [];

const MARKERS = [
  'Nguyễn Văn Thử',
  '0912345678',
  'D01',
  'D98',
  'MARKER-KEY-1',
  'eyJ',
  '203.0.113.9',
  'MARKER-COOKIE',
  'MARKER-AGENT',
];

describe('T4: a log', () => {
  it('holds nothing of what people send, of addresses, tokens or numbers of matters', async () => {
    const headers = {
      ...demo.bearer,
      'idempotency-key': 'MARKER-KEY-1',
      'x-forwarded-for': '203.0.113.9',
      cookie: 'a=MARKER-COOKIE',
      'user-agent': 'MARKER-AGENT',
    };
    const post = (payload: object | string) =>
      demo.app.inject({
        method: 'POST',
        url: '/demo/notes/D01?x=0912345678',
        headers: { ...headers, 'content-type': 'application/json' },
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      });
    await post({ title: 'Nguyễn Văn Thử' });
    await post({ title: 'Nguyễn Văn Thử', phone: '0912345678' });
    await post('{"title": Nguyễn Văn Thử 0912345678}');
    await demo.app.inject({ url: '/demo/notes/D98', headers });
    await demo.app.inject({ url: '/demo/notes/Nguyễn Văn Thử', headers });
    await demo.app.inject({ url: '/unknown/0912345678', headers });

    const log = lines.join('');
    expect(log).toContain('"status":500');
    expect(log).toContain('/demo/notes/:number');
    expect(MARKERS.filter((marker) => log.includes(marker))).toEqual([]);
    expect(log).not.toContain('127.0.0.1');
  });

  it('names request, trace and pattern, and the place of a fault', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const answer = await demo.app.inject({
      url: '/demo/notes/D98',
      headers: { ...demo.bearer, traceparent },
    });
    const told = lines
      .map((line) => JSON.parse(line))
      .find((line) => line.level === 'error' && line.requestId === answer.headers['x-request-id']);
    expect(answer.json().instance).toBe(`urn:uuid:${told.requestId}`);
    expect(told).toMatchObject({
      service: 'demo',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      route: '/demo/notes/:number',
      error: { type: 'Error' },
    });
    expect(told.error.frames[0]).toContain('NotesController');
  });

  it('T6: does not follow a trace of the caller into a public route', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01';
    await demo.app.inject({ method: 'POST', url: '/demo/track', headers: { traceparent } });
    expect(lines.filter((line) => line.includes('"route":"/demo/track"'))).toHaveLength(1);
    expect(lines.join('')).not.toContain('0af7651916cd43dd8448eb211c80319c');
  });

  it('stays one line a message, whatever the message holds', () => {
    const written: string[] = [];
    const logger = new JsonLogger({
      service: 'x',
      destination: { write: (line) => void written.push(line) },
    });
    logger.warn('a\r\n{"level":"fatal"}', 'Somewhere');
    expect(written).toHaveLength(1);
    expect(written[0]!.trimEnd()).not.toContain('\n');
    expect(JSON.parse(written[0]!)).toMatchObject({ level: 'warn', from: 'Somewhere' });
  });
});

describe('T4: an error', () => {
  it('is told by type, code and place, along its causes', () => {
    const pg = Object.assign(new Error('Key (name)=(Nguyễn) exists'), {
      code: '23505',
      detail: 'Key (name)=(Nguyễn)',
      constraint: 'people_name_key',
    });
    const told = safeError(new Error('while saving Nguyễn', { cause: pg }));
    expect(told.cause).toMatchObject({ code: '23505', constraint: 'people_name_key' });
    expect(JSON.stringify(told)).not.toContain('Nguyễn');
  });

  it('is told even when it is none', () => expect(safeError('Nguyễn')).toEqual({ type: 'string' }));
});
