import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EngineError } from './engine.ts';
import { createEngineDouble } from './engine-double.fixture.ts';
import type { EngineExpected, EngineRead } from './engine.ts';

const versions = ['23.10.6', '24.6.0'];
const recorded = (version: string) =>
  JSON.parse(
    readFileSync(new URL(`./recordings/answers-${version}.json`, import.meta.url), 'utf8'),
  ) as Record<string, unknown>;

/** The steps of the recording that the port leans on, in their order; each builds on those before. */
async function replay(): Promise<Record<string, unknown>> {
  const engine = createEngineDouble();
  const answers: Record<string, unknown> = {};
  const plain = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v)));
  const event = (id: string, text = id) => ({
    id,
    type: 'Noted',
    data: Buffer.from(text),
    metadata: Buffer.from('{}'),
  });
  const step = async (name: string, ask: () => Promise<unknown>) => {
    answers[name] = plain(
      await ask().catch((error: EngineError) => ({ error: error.type, ...error.fields })),
    );
  };
  const append = (name: string, stream: string, ids: readonly string[], as: EngineExpected) =>
    step(name, async () => {
      const { nextRevision } = await engine.append(
        stream,
        ids.map((id) => event(id)),
        as,
      );
      return { success: true, next: nextRevision, position: 'given' };
    });
  const revisions = (name: string, options: EngineRead) =>
    step(name, async () => (await engine.readStream('a', options)).map(({ revision }) => revision));

  await append('append two, no stream expected', 'a', ['a0', 'a1'], 'no_stream');
  await append('append one, revision 1 expected', 'a', ['a2'], 1n);
  await append('append, stream expected to exist', 'a', ['a3'], 'stream_exists');
  await append('append, any revision', 'a', ['a4'], 'any');
  await append('append, stale revision', 'a', ['x1'], 2n);
  await append('append, revision ahead of the stream', 'a', ['x2'], 99n);
  await append('append, no stream expected but there is one', 'a', ['x3'], 'no_stream');
  await append(
    'append, stream expected to exist but none does',
    ...(['none', ['x4'], 'stream_exists'] as const),
  );
  await append('append, revision 0 expected but no stream', 'none', ['x5'], 0n);
  await append('append nothing to a new stream', 'empty', [], 'no_stream');
  await append('append nothing, any revision', 'a', [], 'any');
  await append('again: same ids, same expected revision, nothing after', 'a', ['a4'], 3n);
  await append(
    'again: same ids, no stream expected, others after',
    ...(['a', ['a0', 'a1'], 'no_stream'] as const),
  );
  await append('again: same ids, old exact revision, others after', 'a', ['a2'], 1n);
  await append('again: same ids, any revision', 'a', ['a2'], 'any');
  await append('again: same ids, stream exists', 'a', ['a2'], 'stream_exists');
  await step('again: same id, other data', async () => {
    const { nextRevision } = await engine.append('a', [event('a2', 'changed')], 1n);
    return { success: true, next: nextRevision, position: 'given' };
  });
  await append(
    'again: same ids with a new one behind',
    ...(['a', ['a0', 'a1', 'x7'], 'no_stream'] as const),
  );
  await append('again: only a part of the batch', 'a', ['a0'], 'no_stream');
  await append('again: same ids, other order', 'a', ['a1', 'a0'], 'no_stream');
  await append('one id twice in a batch', 'twice', ['t0', 't0'], 'no_stream');
  await append('one id in two streams', 'other', ['a0'], 'no_stream');
  await revisions('read three from revision 1', { from: 1n, maxCount: 3 });
  await revisions('read backwards two', { backwards: true, maxCount: 2 });
  await step(
    'read from past the end',
    async () => (await engine.readStream('a', { from: 99n, maxCount: 9 })).length,
  );
  await step('read a stream that is not there', () => engine.readStream('none', { maxCount: 9 }));
  await step('positions of one append: same or rising', async () => {
    const [first, second] = await engine.readStream('a', { maxCount: 2 });
    return first!.commit < second!.commit ? 'rising' : 'same';
  });
  await step('one event of 1 MiB', () =>
    engine.append('large', [event('big', 'x'.repeat(1_048_576))], 'any'),
  );
  return answers;
}

describe.each(versions)('the double of EventStoreDB %s', (version) => {
  it('answers as the server was recorded, step for step', async () => {
    const answers = await replay();
    const names = Object.keys(answers);
    const server = recorded(version);
    expect(answers).toEqual(Object.fromEntries(names.map((name) => [name, server[name]])));
    expect(names.length).toBeGreaterThan(25);
  });

  it('kept the first bytes where it was told others under the same id', async () => {
    const engine = createEngineDouble();
    const event = (text: string) => ({
      ...{ id: 'a', type: 'Noted', metadata: Buffer.alloc(0) },
      data: Buffer.from(text),
    });
    await engine.append('a', [event('first')], 'no_stream');
    await engine.append('a', [event('other')], 'no_stream');
    const [stored] = await engine.readStream('a', { maxCount: 9 });
    expect(Buffer.from(stored!.data).toString()).toBe('first');
  });
});
