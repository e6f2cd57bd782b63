import { describe, expect, it } from '@jest/globals';
import { secondTry } from './second-try.mjs';

const file = (name, failed = 0) => ({ file: name, passed: 2 - failed, failed, broken: 0 });
const never = () => Promise.reject(new Error('not asked for'));

describe('a second try of a few files', () => {
  it('is not made when nothing failed, or Jest did not get so far', async () => {
    const good = { exitCode: 0, files: [file('a')] };
    expect(await secondTry(good, never)).toEqual({ ...good, passedLater: [] });
    expect(await secondTry({ exitCode: 1 }, never)).toEqual({ exitCode: 1, passedLater: [] });
  });

  it.each([
    ['many failed', ['a', 'b', 'c', 'd'], [file('e')]],
    ['it was alone', ['a'], []],
  ])('is not made when %s', async (_, names, others) => {
    const bad = { exitCode: 1, files: [...names.map((name) => file(name, 1)), ...others] };
    expect(await secondTry(bad, never)).toEqual({ ...bad, passedLater: [] });
  });

  it('counts in place of the first, and names what passed only then', async () => {
    const asked = [];
    const run = { exitCode: 1, files: [file('a'), file('b', 1)] };
    const ended = await secondTry(run, async (names) => {
      asked.push(...names);
      return { exitCode: 0, files: [file('b')] };
    });
    expect(asked).toEqual(['b']);
    expect(ended).toEqual({ exitCode: 0, files: [file('a'), file('b')], passedLater: ['b'] });
  });

  it('fails what fails twice, or does not get so far', async () => {
    const run = { exitCode: 1, files: [file('a', 1), file('b', 1), file('c')] };
    const still = await secondTry(run, async () => ({
      exitCode: 1,
      files: [file('a'), file('b', 2)],
    }));
    expect(still).toMatchObject({ exitCode: 1, passedLater: ['a'] });
    expect(still.files[1].failed).toBe(2);
    expect(await secondTry(run, async () => ({ exitCode: 1 }))).toEqual({
      ...run,
      passedLater: [],
    });
  });
});
