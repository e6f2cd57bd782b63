import { afterEach, describe, expect, it } from '@jest/globals';
import { bombs } from '../bombs.fixture.ts';
import { jpeg, png } from '../check/corpus.fixture.ts';
import { FileWorkers, type FileWorkersOptions } from './file-workers.ts';

let workers: FileWorkers;
const open = (options: FileWorkersOptions = {}) =>
  (workers = new FileWorkers({ processes: 1, ...options }));
afterEach(() => workers.close());

const refused = (code: string, details = {}) =>
  expect.objectContaining({
    code,
    details: expect.objectContaining(details) as unknown,
  }) as unknown;
const check = (bytes: Buffer, person = 'p', order: string[] = []) =>
  workers.run(
    'check',
    { declared: '' },
    {
      person,
      content: () => {
        order.push(person);
        return Promise.resolve(new Uint8Array(bytes));
      },
    },
  );
const bomb = () => bombs[0]![1]();

describe('processes for files', () => {
  it('answer what the check answers, and refuse what it refuses', async () => {
    open();
    expect(await check(png())).toEqual({ type: 'image/png', pages: 1 });
    await expect(check(png(60_000, 60_000))).rejects.toEqual(
      refused('FILE_TOO_LARGE', { maxSide: 30_000 }),
    );
    expect(await check(jpeg())).toEqual({ type: 'image/jpeg', pages: 1 });
  });

  it('are ended in the middle of a file that takes too long; the next has another', async () => {
    // A busy machine gives the second file less than all of its time.
    open({ limits: { ms: 300, heapMb: 256 } });
    const [, make] = bombs.find(([name]) => name === '15,000 object streams of page trees')!;
    const [long, next] = [check(make()), check(png())];
    await expect(long).rejects.toEqual(refused('FILE_UNCHECKABLE', { reason: 'time' }));
    expect(await next).toMatchObject({ type: 'image/png' });
  });

  it('try no file again that ran into a limit', async () => {
    // Twenty turns would take six seconds: most would wait in vain.
    open({ limits: { ms: 300, heapMb: 256 }, patienceMs: 2_000 });
    const [, make] = bombs.find(([name]) => name === '15,000 object streams of page trees')!;
    const bytes = make();
    await expect(check(bytes)).rejects.toEqual(refused('FILE_UNCHECKABLE', { reason: 'time' }));
    const others = Array.from({ length: 20 }, () => check(bytes));
    await Promise.all(
      others.map((other) =>
        expect(other).rejects.toEqual(refused('FILE_UNCHECKABLE', { reason: 'time' })),
      ),
    );
    expect(await check(png())).toMatchObject({ type: 'image/png' });
  });

  it('are ended when a file fills their memory; the next has another', async () => {
    open({ limits: { ms: 60_000, heapMb: 24 } });
    const [, make] = bombs.find(([name]) => name === 'references to all from all')!;
    const content = () => Promise.resolve(new Uint8Array(make()));
    const clean = workers.run('clean', { type: 'application/pdf' }, { person: 'p', content });
    await expect(clean).rejects.toEqual(refused('FILE_UNCHECKABLE', { reason: 'memory' }));
    expect(await check(png())).toMatchObject({ type: 'image/png' });
  });

  it('take no more than may wait', async () => {
    open({ waiting: 2 });
    const taken = [check(png()), check(png()), check(png())];
    await expect(check(png())).rejects.toEqual(refused('FILES_BUSY'));
    expect(() => workers.refuseWhenFull()).toThrow('FILES_BUSY');
    await Promise.all(taken);
    expect(await check(png())).toMatchObject({ type: 'image/png' });
  });

  it('keep nobody waiting for long', async () => {
    open({ patienceMs: 1 });
    const first = check(bomb());
    await expect(check(png(), 'b')).rejects.toEqual(refused('FILES_BUSY'));
    expect(workers.waiting).toBe(0);
    await first;
  });

  it('take nobody\u2019s second file before another\u2019s first', async () => {
    open();
    const order: string[] = [];
    const all = ['a', 'a', 'a', 'a', 'b', 'b', 'c'].map((who) => check(png(), who, order));
    await Promise.all(all);
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
  });

  it('read a file only when its turn has come', async () => {
    open();
    const order: string[] = [];
    const first = check(bomb(), 'a', order);
    const second = check(png(), 'b', order);
    expect(order).toEqual(['a']);
    await Promise.all([first, second]);
  });

  it('refuse what waits when they are closed', async () => {
    open();
    const waits = [check(bomb()), check(png())].map((each) => expect(each).rejects.toThrow());
    await workers.close();
    await Promise.all(waits);
    await expect(check(png())).rejects.toEqual(refused('FILES_BUSY'));
  });
});
