import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, eventData } from '../conformance/index.ts';
import { createMemoryEventStore } from '../memory/memory-event-store.ts';
import { openExportedLog } from './exported-log.ts';
import { Exported, FIRST, SECOND, asStream, bound, envelopes } from './exported.fixture.ts';
import { MANIFEST } from './manifest.ts';

let exported: Exported;
beforeEach(() => void (exported = new Exported()));
afterEach(() => exported.forget());

describe('an export of a log', () => {
  it('imports as the same streams, revisions, ids, types, bytes, and order', async () => {
    await exported.say('aababbcca');
    const done = await exported.run();
    expect(done).toMatchObject({ events: 9, added: 9 });
    const to = createMemoryEventStore();
    expect(await exported.bringTo(to)).toMatchObject({ events: 9, copied: 9 });
    expect(await envelopes(to)).toEqual(await envelopes(exported.from));
    expect(await exported.bringTo(to)).toMatchObject({ events: 9, copied: 0 });
    expect((await openExportedLog(exported.folder)).chain).toBe(done.chain);
  });

  it('of an empty log is one', async () => {
    expect(await exported.run()).toMatchObject({ events: 0, added: 0 });
    expect(await exported.bringTo(createMemoryEventStore())).toMatchObject({ events: 0 });
  });

  it('goes on where the last one ended, and changes nothing that lies there', async () => {
    await exported.say('abc');
    await exported.run();
    const before = [FIRST, SECOND].map((name) => exported.read(name));
    expect(await exported.run()).toMatchObject({ events: 3, added: 0 });
    const kept = exported.lines();
    await exported.say('da');
    expect(await exported.run()).toMatchObject({ events: 5, added: 2 });
    expect([FIRST, SECOND].map((name) => exported.read(name))).toEqual(before);
    expect(exported.lines().slice(0, kept.length)).toEqual(kept);
    const to = createMemoryEventStore();
    await exported.bringTo(to);
    expect(await envelopes(to)).toEqual(await envelopes(exported.from));
  });

  it('tells by its chain what is in it: one byte more, and all that follows differs', async () => {
    await exported.say('ab');
    const { chain } = await exported.run();
    await exported.say('c');
    expect((await exported.run()).chain).not.toBe(chain);
  });

  it('may be cut at any byte of its manifest, and with any chunk half written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2_000), fc.nat(3), async (cut, more) => {
        exported.forget();
        exported = new Exported();
        await exported.say('abcab');
        await exported.run();
        const text = exported.read(MANIFEST).toString();
        writeFileSync(exported.path(MANIFEST), text.slice(0, cut % text.length));
        writeFileSync(exported.path('00000004.events.part'), 'half');
        writeFileSync(exported.path('00000004.events'), 'not in the manifest');
        await exported.say('x'.repeat(more));
        expect(await exported.run()).toMatchObject({ events: 5 + more });
        const to = createMemoryEventStore();
        expect(await exported.bringTo(to)).toMatchObject({ events: 5 + more });
        expect(await envelopes(to)).toEqual(await envelopes(exported.from));
      }),
      { numRuns: 60 },
    );
  });

  it('for its owner only', async () => {
    await exported.say('a');
    await exported.run();
    for (const name of readdirSync(exported.folder))
      expect(statSync(exported.path(name)).mode & 0o077).toBe(0);
  });
});

describe('an export is refused', () => {
  it('into the export of another log', async () => {
    await exported.say('a');
    await exported.run();
    exported.from = createMemoryEventStore();
    await exported.say('a');
    await expect(exported.run()).rejects.toMatchObject({ code: 'EXPORT_OF_ANOTHER_LOG' });
  });

  it('of a log that is older than what was exported of it', async () => {
    await exported.say('abc');
    await exported.run();
    const [first] = await all(exported.from.readAll());
    const older = { head: () => Promise.resolve(first!.position) };
    exported.from = { ...bound(exported.from), ...older };
    await expect(exported.run()).rejects.toMatchObject({
      code: 'LOG_BEHIND_EXPORT',
      details: { event: 3, stream: 's.c', revision: 0 },
    });
  });

  it('of a log that went back, and says something else there, or nothing', async () => {
    await exported.say('abc');
    await exported.run();
    const store = exported.from;
    const last = (await all(store.readAll())).at(-1)!;
    for (const there of [[], [{ ...last, id: eventData().id }]]) {
      exported.from = { ...bound(store), readStream: () => asStream(there) };
      await expect(exported.run()).rejects.toMatchObject({ code: 'LOG_BEHIND_EXPORT' });
    }
  });
});
