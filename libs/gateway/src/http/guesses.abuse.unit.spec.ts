import { describe, expect, it } from '@jest/globals';
import { Guesses } from './guesses.ts';

const LIMITS = { windowMs: 60_000, free: 2, stepMs: 0, slowestMs: 0, most: 4, askers: 3 };

function guessing() {
  const clock = { at: 0 };
  const bursts: number[] = [];
  const guesses = new Guesses(
    () => bursts.push(clock.at),
    LIMITS,
    () => clock.at,
  );
  const miss = async (key: string, number: string) => {
    (await guesses.admit(key, number))();
    guesses.missed(key, number);
  };
  return { clock, bursts, guesses, miss };
}
const refused = { code: 'TOO_MANY_REQUESTS', retryAfter: 60 };

describe('T30: looking for numbers', () => {
  it('is refused after too many different misses, until the window is over', async () => {
    const { clock, guesses, miss } = guessing();
    for (const number of ['a', 'b', 'c', 'd', 'e']) await miss('lan', number);
    await expect(guesses.admit('lan', 'f')).rejects.toMatchObject(refused);
    await expect(guesses.admit('hung', 'f')).resolves.toBeDefined();
    clock.at = 60_000;
    await expect(guesses.admit('lan', 'f')).resolves.toBeDefined();
  });

  it('one number is one miss, however often it is asked for', async () => {
    const { guesses, miss, bursts } = guessing();
    for (let i = 0; i < 20; i += 1) await miss('lan', 'a');
    await expect(guesses.admit('lan', 'b')).resolves.toBeDefined();
    expect(bursts).toEqual([]);
  });

  it('is refused when it is done all at once', async () => {
    const { guesses } = guessing();
    const all = [...'abcdefghijkl'].map((number) => guesses.admit('lan', number));
    const settled = await Promise.allSettled(all);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
  });

  it('is reported once a window', async () => {
    const { clock, miss, bursts } = guessing();
    for (const number of ['a', 'b', 'c', 'd']) await miss('lan', number);
    clock.at = 60_000;
    for (const number of ['e', 'f', 'g', 'h']) await miss('lan', number);
    expect(bursts).toEqual([0, 60_000]);
  });
});
