import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Rebuild } from '@minh-bach/contracts';
import { FakeApi, listen, progress, well } from '../operations/fake-api.fixture.ts';
import { rebuildCommand } from './rebuild.ts';

let said: { readonly text: string };
beforeEach(() => {
  said = listen();
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Answers each look with the next of these; a number is a service that does not answer. */
function following(...looks: (Rebuild | null | number)[]) {
  const left = [...looks];
  return new FakeApi((asked) => {
    if (asked.startsWith('POST')) return [202, progress()];
    const next = left.length > 1 ? left.shift() : left[0];
    if (typeof next === 'number') return [next, {}];
    const triage = well('triage');
    const { rights, lists } = triage.readModels;
    return [200, { ...triage, readModels: { rights, lists: { ...lists, rebuild: next } } }];
  });
}

const run = (api: FakeApi, ...args: string[]) =>
  rebuildCommand(api.call, () => Promise.resolve()).run(args);

describe('mb rebuild', () => {
  it('starts it, says where it is at each look, and ends with it', async () => {
    const api = following(
      progress({ done: 30 }),
      503,
      progress({ phase: 'swapping', done: 40 }),
      progress({ phase: 'done', done: 40 }),
    );
    expect(await run(api, 'triage', 'lists')).toBe(0);
    expect(api.asked[0]).toBe('POST triage rebuild {"readModel":"lists"}');
    expect(said.text.split('\n').slice(1, -1)).toEqual([
      'triage lists: đang dựng lại: 10 / 40 sự kiện (25 %), 10/s',
      'triage lists: đang dựng lại: 30 / 40 sự kiện (75 %), 10/s',
      'triage lists: đang thay thế: 40 / 40 sự kiện (100 %), 10/s',
      'triage lists: xong: 40 / 40 sự kiện (100 %), 10/s',
    ]);
    expect(said.text).toContain('Có thể rời đi, việc vẫn chạy');
  });

  it('says that it failed, and that the old rows stand', async () => {
    const api = following(progress({ phase: 'failed', code: 'PROJECTION_FAILED' }));
    expect(await run(api, 'triage', 'lists', '--lang', 'en')).toBe(1);
    expect(said.text).toContain('failed, the old rows stand as they were');
    expect(said.text).toContain('(PROJECTION_FAILED)');
  });

  it('does not take another rebuild for its own', async () => {
    for (const look of [null, progress({ id: 'another', phase: 'done' })])
      expect(await run(following(look), 'triage', 'lists')).toBe(1);
    expect(said.text).toContain('Chạy lại lệnh này vẫn an toàn');
  });

  it('gives up on a service that stays away', async () => {
    expect(await run(following(503), 'triage', 'lists')).toBe(1);
    expect(said.text).toContain('Dịch vụ không trả lời');
  });

  it('rebuilds rights, then lists, where neither is named', async () => {
    const done = progress({ phase: 'done' });
    const running = { state: 'running', caughtUp: true, error: null, rebuild: done };
    const api = new FakeApi((asked) =>
      asked.startsWith('POST')
        ? [202, done]
        : [200, { ...well('triage'), readModels: { rights: running, lists: running } }],
    );
    expect(await run(api, 'triage')).toBe(0);
    expect(api.asked.filter((asked) => asked.startsWith('POST'))).toEqual([
      'POST triage rebuild {"readModel":"rights"}',
      'POST triage rebuild {"readModel":"lists"}',
    ]);
  });

  it('says that one is running already', async () => {
    const words = { vi: { detail: 'Hãy chờ.' }, en: { detail: 'Wait.' } };
    const api = new FakeApi(() => [409, { code: 'REBUILD_RUNNING', ...words }]);
    expect(await run(api, 'triage')).toBe(1);
    expect(said.text).toBe('Hãy chờ.\nWait.\n');
  });

  it.each([[[]], [['no-such-service']], [['triage', 'intake']], [['triage', 'lists', 'rights']]])(
    'explains itself on %j',
    async (args) => {
      const api = following(null);
      expect(await run(api, ...args)).toBe(2);
      expect(said.text).toContain('mb rebuild DỊCH-VỤ');
      expect(api.asked).toEqual([]);
    },
  );
});
