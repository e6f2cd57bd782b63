import { expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { batched } from './batched.ts';

const bounds = { size: 4, most: 10, weigh: (item: number) => item };

/** All of it is there at once. */
async function* of(...items: number[]) {
  yield* items;
}

async function batchesOf(...items: number[]): Promise<number[][]> {
  const batches: number[][] = [];
  for await (const batch of batched(of(...items), bounds)) {
    batches.push(batch);
    // Whoever works on one gives the next the time to fill.
    await nextTurn();
  }
  return batches;
}

it('A batch ends with the item that fills it, by number or by weight', async () => {
  expect(await batchesOf(1, 1, 1, 1, 1, 5, 5, 1, 1)).toEqual([
    [1, 1, 1, 1],
    [1, 5, 5],
    [1, 1],
  ]);
});

it('An item that weighs more than a batch may comes alone', async () => {
  expect(await batchesOf(99, 99, 1)).toEqual([[99], [99], [1]]);
});

it('No more is read ahead than one batch', async () => {
  let read = 0;
  async function* source() {
    for (; read < 100; read += 1) yield 1;
  }
  for await (const batch of batched(source(), bounds)) {
    await nextTurn();
    expect(batch.length).toBeLessThanOrEqual(4);
    expect(read).toBeLessThanOrEqual(8);
    if (read > 6) break;
  }
});
