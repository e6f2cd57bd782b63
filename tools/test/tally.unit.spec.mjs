import { describe, expect, it } from '@jest/globals';
import { tally } from './tally.mjs';

const result = (counts) => ({ passed: 0, failed: 0, broken: 0, skipped: 0, ...counts });

describe('the last line of npm test', () => {
  it('counts what passed and what failed', () => {
    expect(tally(result({ passed: 7 }), 0)).toEqual({ line: '7 passed, 0 failed', exitCode: 0 });
    expect(tally(result({ passed: 7, failed: 2 }), 1).line).toBe('7 passed, 2 failed');
  });

  it('takes a file that did not load, and a run that ended badly, for a failure', () => {
    expect(tally(result({ passed: 7, broken: 1 }), 1).line).toBe('7 passed, 1 failed');
    expect(tally(result({ passed: 7 }), 1)).toEqual({ line: '7 passed, 1 failed', exitCode: 1 });
    expect(tally(undefined, 1).exitCode).toBe(1);
  });

  it('tells what was left out, and fails it where everything is required', () => {
    const partly = result({ passed: 7, skipped: 3 });
    expect(tally(partly, 0)).toEqual({ line: '7 passed, 0 failed, 3 skipped', exitCode: 0 });
    expect(tally(partly, 0, true)).toEqual({ line: '7 passed, 3 failed', exitCode: 1 });
  });
});
