import { describe, expect, it } from '@jest/globals';
import { Hashing } from './hashing.ts';
import type { Asker } from './hashing.ts';

/** Work that ends when it is told to; what was begun, in this order. */
function desk() {
  const hashing = new Hashing();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const refused: string[] = [];
  const ask = (name: string, asker: Partial<Asker> = {}, gone?: AbortSignal) => {
    const work = () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    hashing
      .run({ network: 'net', account: name, known: false, ...asker }, work, gone)
      .catch(() => refused.push(name));
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const endOne = async () => {
    ends.shift()?.();
    await settle();
  };
  return { hashing, begun, refused, ask, settle, endOne };
}

const many = (count: number, each: (n: number) => void) =>
  Array.from({ length: count }, (_, n) => each(n));

describe('T34: places for hashing passwords', () => {
  it('are two at once, and few may wait', async () => {
    const it = desk();
    many(400, (n) => it.ask(`a${n}`));
    await it.settle();
    expect(it.begun).toEqual(['a0', 'a1']);
    expect(it.hashing.figures).toEqual({ waiting: 40, refused: 358 });
  });

  it('go round the networks: a newcomer waits for one of each, not for all', async () => {
    const it = desk();
    many(400, (n) => it.ask(`a${n}`, { network: `flood ${n % 4}` }));
    it.ask('newcomer', { network: 'home' });
    await it.settle();
    for (let turns = 0; turns < 5; turns += 1) await it.endOne();
    expect(it.begun).toContain('newcomer');
  });

  it('are given up by the network that has most, not by others', async () => {
    const it = desk();
    many(60, (n) => it.ask(`a${n}`, { network: 'flood' }));
    it.ask('first', { network: 'home' });
    many(60, (n) => it.ask(`b${n}`, { network: 'flood' }));
    await it.settle();
    expect(it.refused).not.toContain('first');
    expect(it.refused).toContain('a41');
  });

  it('are given up by the range that has most, however many addresses it comes from', async () => {
    const it = desk();
    const addresses = ['203.0.113', '2001:db8:7'];
    for (const [round, range] of addresses.entries())
      many(48, (n) => {
        const network = range.includes(':') ? `${range}:${n}` : `${range}.${n}`;
        it.ask(`${round}-${n}`, { network });
      });
    it.ask('newcomer', { network: '198.51.100.1' });
    await it.settle();
    expect(it.refused).not.toContain('newcomer');
    for (let turns = 0; turns < 3; turns += 1) await it.endOne();
    expect(it.begun).toContain('newcomer');
  });

  it('go to a newcomer before those who had turns and come back, each from a range of its own', async () => {
    const it = desk();
    const comeBack = (round: number) =>
      many(48, (n) => it.ask(`${round}-${n}`, { network: `10.0.${n}.1` }));
    comeBack(0);
    await it.settle();
    for (let turns = 0; turns < 48; turns += 1) await it.endOne();
    comeBack(1);
    it.ask('newcomer', { network: '198.51.100.1' });
    await it.settle();
    expect(it.refused).not.toContain('newcomer');
    for (let turns = 0; turns < 8; turns += 1) await it.endOne();
    expect(it.begun).toContain('newcomer');
  });

  it('are three for one account, wherever the tries come from', async () => {
    const it = desk();
    many(100, (n) => it.ask(`a${n}`, { network: `net ${n}`, account: 'binh' }));
    it.ask('cuc', { network: 'net 7' });
    await it.settle();
    expect(it.hashing.figures.waiting).toBe(4);
    expect(it.refused).not.toContain('cuc');
  });

  it('come first to a known device, and leave one to strangers', async () => {
    const it = desk();
    many(40, (n) => it.ask(`a${n}`, { network: 'flood' }));
    many(5, (n) => it.ask(`known${n}`, { known: true }));
    await it.settle();
    await it.endOne();
    expect(it.begun).toEqual(['a0', 'a1', 'known0']);
    await it.endOne();
    expect(it.begun).toEqual(['a0', 'a1', 'known0', 'a2']);
  });

  it('are given back by those who hang up, and by work that fails', async () => {
    const it = desk();
    const gone = new AbortController();
    many(10, (n) => it.ask(`a${n}`, {}, gone.signal));
    await it.settle();
    gone.abort();
    await it.settle();
    expect(it.hashing.figures.waiting).toBe(0);
    await it.endOne();
    await it.endOne();
    const fails = it.hashing.run({ network: 'x', account: 'y', known: false }, () =>
      Promise.reject(new Error('broken')),
    );
    await expect(fails).rejects.toThrow('broken');
    expect(await it.hashing.run({ network: 'x', account: 'y', known: false }, async () => 1)).toBe(
      1,
    );
  });
});
