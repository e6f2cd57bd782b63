import { EventEmitter } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Guesses } from './guesses.ts';
import { admitLookup, evenNotFound } from './not-found.ts';

const LIMITS = { windowMs: 60_000, free: 2, stepMs: 0, slowestMs: 0, most: 4, askers: 3 };

/** One that has not left yet. */
const answer = () => new EventEmitter();

function guessing() {
  const clock = { at: 0 };
  const bursts: number[] = [];
  const guesses = new Guesses(
    () => bursts.push(clock.at),
    LIMITS,
    () => clock.at,
  );
  const miss = async (key: string, number: string) => {
    const answered = answer();
    await guesses.admit(key, number, answered);
    answered.emit('close');
    guesses.missed(key, number);
  };
  return { clock, bursts, guesses, miss };
}
const refused = { code: 'TOO_MANY_REQUESTS', retryAfter: 60 };

describe('T30: looking for numbers', () => {
  it('is refused after too many different misses, until the window is over', async () => {
    const { clock, guesses, miss } = guessing();
    for (const number of ['a', 'b', 'c', 'd', 'e']) await miss('lan', number);
    await expect(guesses.admit('lan', 'f', answer())).rejects.toMatchObject(refused);
    await expect(guesses.admit('hung', 'f', answer())).resolves.toBeUndefined();
    clock.at = 60_000;
    await expect(guesses.admit('lan', 'f', answer())).resolves.toBeUndefined();
  });

  it('one number is one miss, however often it is asked for', async () => {
    const { guesses, miss, bursts } = guessing();
    for (let i = 0; i < 20; i += 1) await miss('lan', 'a');
    await expect(guesses.admit('lan', 'b', answer())).resolves.toBeUndefined();
    expect(bursts).toEqual([]);
  });

  it('is refused when it is done all at once', async () => {
    const { guesses } = guessing();
    const all = [...'abcdefghijkl'].map((number) => guesses.admit('lan', number, answer()));
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

describe('T30: look-ups that the asker breaks off', () => {
  let app: FastifyInstance;
  afterEach(() => app.close());

  /** What is asked under `/api/x` is never answered: the asker goes, as a page does that is left. */
  async function door(guesses: Guesses) {
    const came: (() => void)[] = [];
    const gone: Promise<void>[] = [];
    app = fastify({ forceCloseConnections: true });
    evenNotFound(app, guesses);
    app.get('/api/x/:number', async (request, reply) => {
      gone.push(new Promise((resolve) => reply.raw.once('close', () => resolve())));
      const admitted = admitLookup(request, reply, guesses, 'lan');
      came.shift()?.();
      await admitted;
      return new Promise(() => undefined);
    });
    app.get('/api/y/:number', async (request, reply) => {
      await admitLookup(request, reply, guesses, 'lan');
      return {};
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const address = (path: string, n: number) =>
      `http://127.0.0.1:${port}/api/${path}/D26-0000000${n}-0`;
    const leave = async (n: number) => {
      const leaving = new AbortController();
      const arrived = new Promise<void>((resolve) => came.push(resolve));
      const answer = fetch(address('x', n), { signal: leaving.signal }).catch(() => undefined);
      await arrived;
      leaving.abort();
      await answer;
      await gone.at(-1);
    };
    return { leave, ask: (n: number) => fetch(address('y', n)) };
  }

  it.each([
    ['at once', 0],
    ['while they are slowed', 300],
  ])(
    'are over: %s',
    async (_when, stepMs) => {
      const limits = { ...LIMITS, stepMs, slowestMs: stepMs };
      const guesses = new Guesses(() => undefined, limits);
      for (const number of ['a', 'b', 'c']) guesses.missed('lan', number);
      const { leave, ask } = await door(guesses);
      for (let n = 0; n < 9; n += 1) await leave(n);
      expect((await ask(9)).status).toBe(200);
    },
    20_000,
  );

  it('count no longer than their window, whatever became of them', async () => {
    const { clock, guesses } = guessing();
    const admitted = [...'abcdefg'].map((number) => guesses.admit('lan', number, answer()));
    await Promise.all(admitted);
    await expect(guesses.admit('lan', 'h', answer())).rejects.toMatchObject(refused);
    clock.at = 60_000;
    await expect(guesses.admit('lan', 'h', answer())).resolves.toBeUndefined();
  });
});
