import { describe, expect, it } from '@jest/globals';
import type { Rebuild } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { RebuildOptions, RebuildProgress } from '@minh-bach/projections';
import { BackgroundRebuild } from './background-rebuild.ts';

const at = (phase: RebuildProgress['phase'], done: number): RebuildProgress => ({
  phase,
  done,
  total: 40,
  eventsPerSecond: 10,
});

/** A read model whose rebuild goes as the spec says, and of which only one runs at a time. */
class Slow {
  #running = false;
  progress: (progress: RebuildProgress) => void = () => undefined;
  finish: () => void = () => undefined;
  fail: (error: unknown) => void = () => undefined;

  async rebuild({ onProgress = () => undefined, signal }: RebuildOptions = {}): Promise<void> {
    if (this.#running) throw new DomainError('REBUILD_RUNNING');
    this.#running = true;
    this.progress = onProgress;
    await new Promise<void>((resolve, reject) => {
      [this.finish, this.fail] = [resolve, reject];
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    }).finally(() => (this.#running = false));
  }
}

function begin() {
  const readModel = new Slow();
  const ended: Rebuild[] = [];
  const rebuild = new BackgroundRebuild(readModel, (end) => ended.push(end));
  const started = rebuild.start('first');
  readModel.progress(at('building', 10));
  return { readModel, ended, rebuild, started };
}

describe('a rebuild in the background', () => {
  it('is answered when it has begun, and is done when all of it is', async () => {
    const { readModel, ended, rebuild, started } = begin();
    expect(await started).toMatchObject({ id: 'first', phase: 'building', done: 10 });
    readModel.progress(at('done', 40));
    expect(rebuild.last).toMatchObject({ phase: 'swapping', done: 40 });
    readModel.finish();
    await rebuild.stop();
    expect(rebuild.last).toMatchObject({ phase: 'done', done: 40, code: null });
    expect(ended).toEqual([rebuild.last]);
  });

  it('is not forgotten for one that is refused', async () => {
    const { readModel, ended, rebuild } = begin();
    await expect(rebuild.start('second')).rejects.toMatchObject({ code: 'REBUILD_RUNNING' });
    expect([rebuild.last?.id, ended]).toEqual(['first', []]);
    readModel.finish();
    await rebuild.stop();
    expect(rebuild.last).toMatchObject({ id: 'first', phase: 'done' });
  });

  it('is the same one for a retry, whatever became of it', async () => {
    const { readModel, rebuild } = begin();
    expect(await rebuild.start('first')).toBe(rebuild.last);
    readModel.fail(new DomainError('PROJECTION_FAILED'));
    await rebuild.stop();
    expect(await rebuild.start('first')).toMatchObject({
      phase: 'failed',
      code: 'PROJECTION_FAILED',
    });
  });

  it('is given up when the service stops, and keeps no text of an error', async () => {
    const { ended, rebuild } = begin();
    await rebuild.stop();
    expect(ended).toMatchObject([{ id: 'first', phase: 'failed', code: 'REBUILD_FAILED' }]);
    expect(JSON.stringify(ended)).not.toContain('aborted');
  });
});
