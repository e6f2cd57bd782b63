import { describe, expect, it } from '@jest/globals';
import type { RebuildProgress } from '@minh-bach/projections';
import { rebuildWithProgress } from './rebuild.ts';

const at = (phase: RebuildProgress['phase'], done: number): RebuildProgress => ({
  phase,
  done,
  total: 40,
  eventsPerSecond: 10,
});

describe('mb rebuild', () => {
  it('says where it is once a second, and at each phase', async () => {
    const lines: string[] = [];
    let clock = 5000;
    await rebuildWithProgress(
      {
        rebuild: ({ onProgress } = {}) => {
          for (let done = 10; done <= 40; done += 10, clock += 600)
            onProgress?.(at('building', done));
          onProgress?.(at('swapping', 40));
          onProgress?.(at('done', 40));
          return Promise.resolve();
        },
      },
      (line) => lines.push(line),
      () => clock,
    );
    expect(lines).toEqual([
      'đang dựng lại / rebuilding: 10 / 40 sự kiện / events (25 %), 10/s',
      'đang dựng lại / rebuilding: 30 / 40 sự kiện / events (75 %), 10/s',
      'đang thay thế / swapping: 40 / 40 sự kiện / events (100 %), 10/s',
      'xong / done: 40 / 40 sự kiện / events (100 %), 10/s',
    ]);
  });
});
