import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { all } from '../conformance/index.ts';
import { createMemoryEventStore } from '../memory/memory-event-store.ts';
import { exportLog } from './export-log.ts';
import { Exported, FIRST, SECOND, bound, say } from './exported.fixture.ts';
import { MANIFEST } from './manifest.ts';
import type { EventStore } from '../event-store.ts';

let exported: Exported;
beforeEach(() => void (exported = new Exported()));
afterEach(() => exported.forget());

describe('an import is refused', () => {
  const to = createMemoryEventStore();
  const refused = (code: string, details: object = {}) =>
    expect(exported.bringTo(to)).rejects.toMatchObject({ code, details });
  beforeEach(async () => {
    await exported.say('abcde');
    await exported.run();
  });
  afterEach(async () => expect(await all(to.readAll())).toEqual([]));

  it('of a folder without an export', async () => {
    rmSync(exported.path(MANIFEST));
    await refused('NO_EXPORT');
  });

  it('of another version of the format', async () => {
    exported.edit(MANIFEST, (text) => text.replace('log export 1', 'log export 2'));
    await refused('EXPORT_FORMAT', { found: 'minh-bach log export 2' });
  });

  it.each(['upTo', 'chain'])('of a manifest in which %s was changed', async (field) => {
    exported.edit(MANIFEST, (text) => text.replace(`"${field}":"`, `"${field}":"0`));
    await refused('EXPORT_CHANGED', { file: MANIFEST, line: 5 });
  });

  it('of a manifest with a line that is none', async () => {
    exported.edit(MANIFEST, (text) => text.replace('{"chunk"', '{"chank"'));
    await refused('EXPORT_CHANGED', { file: MANIFEST, line: 2 });
  });

  it('of a manifest with a gap', async () => {
    const [header, first, , third] = exported.lines();
    writeFileSync(exported.path(MANIFEST), [header, first, third, ''].join('\n'));
    await refused('EXPORT_GAP', { file: SECOND, event: 3 });
  });

  it('of an export that was cut short, unless told to take what is whole', async () => {
    exported.edit(MANIFEST, (text) => text.slice(0, -3));
    await refused('EXPORT_CUT', { events: 5 });
    const cut = createMemoryEventStore();
    expect(await exported.bringTo(cut, { evenCut: true })).toMatchObject({ events: 5 });
  });

  it('of a text cut before its last line: what came before it was whole', async () => {
    appendFileSync(exported.path(MANIFEST), '{"chunk":"00000004');
    await refused('EXPORT_CUT', { events: 5 });
  });
});

describe('an import stops', () => {
  let to: EventStore;
  const stops = (code: string, details: object) =>
    expect(exported.bringTo(to)).rejects.toMatchObject({ code, details });
  const taken = async () => (await all(to.readAll())).length;
  beforeEach(async () => {
    to = createMemoryEventStore();
    await exported.say('abcde');
    await exported.run();
  });

  it('before a chunk that is missing', async () => {
    rmSync(exported.path(SECOND));
    await stops('EXPORT_GAP', { file: SECOND, event: 3 });
    expect(await taken()).toBeLessThanOrEqual(2);
  });

  it('before a chunk that was cut short, and names its first event that is not whole', async () => {
    exported.edit(SECOND, (text) => text.slice(0, -5));
    await stops('EXPORT_DIFFERS', { file: SECOND, event: 4 });
    expect(await taken()).toBeLessThanOrEqual(2);
  });

  it('before a chunk with a byte that was changed, and names the event', async () => {
    exported.edit(SECOND, (text) => text.replace('s.c', 's.x'));
    await stops('EXPORT_DIFFERS', { file: SECOND, event: 3 });
  });

  it('before a chunk with something behind it', async () => {
    appendFileSync(exported.path(SECOND), 'more');
    await stops('EXPORT_DIFFERS', { file: SECOND, event: 5 });
  });

  it('before a chunk of other events that are chained in themselves', async () => {
    const other = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
    await exportLog({ from: exported.from, folder: other, most: { events: 1, bytes: 1 } });
    writeFileSync(exported.path(SECOND), readFileSync(join(other, FIRST)));
    rmSync(other, { recursive: true });
    await stops('EXPORT_DIFFERS', { file: SECOND, event: 3 });
  });

  it('at a log with other events, and names the first', async () => {
    await say(to, 'z');
    await stops('LOG_DIFFERS', { stream: 's.a', revision: 0 });
    expect(await taken()).toBe(1);
  });

  it('at a log that holds all of it, and more: it is newer', async () => {
    await exported.bringTo(to);
    await say(to, 'z');
    await stops('TARGET_LONGER', { stream: 's.z' });
  });

  it.each([
    ['same', 'same'],
    ['newer', 'newer'],
  ])('at the very log that was exported: %s', async (is) => {
    if (is === 'newer') await exported.say('f');
    to = exported.from;
    await stops('LOG_OF_EXPORT', { is });
  });

  it('at the very log that was exported, as an older backup has it', async () => {
    const [first] = await all(exported.from.readAll());
    to = { ...bound(exported.from), head: () => Promise.resolve(first!.position) };
    await stops('LOG_OF_EXPORT', { is: 'older' });
  });

  it('and goes on where it was cut off', async () => {
    let appends = 0;
    const dying = {
      ...bound(to),
      append: async (...args: Parameters<EventStore['append']>) => {
        if ((appends += 1) > 2) throw new Error('gone');
        return to.append(...args);
      },
    };
    await expect(exported.bringTo(dying)).rejects.toThrow('gone');
    expect(await taken()).toBe(2);
    expect(await exported.bringTo(to)).toMatchObject({ events: 5, copied: 3 });
  });
});
