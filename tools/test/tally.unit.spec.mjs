import { describe, expect, it } from '@jest/globals';
import { tally } from './tally.mjs';

const run = (counts, exitCode = 0) => ({
  exitCode,
  files: counts && [{ passed: 0, failed: 0, broken: 0, skipped: 0, ...counts }],
});

describe('the last line of npm test', () => {
  it('counts what passed and what failed', () => {
    const good = { line: '7 passed, 0 failed', exitCode: 0 };
    expect(tally([run({ passed: 7 })])).toEqual(good);
    expect(tally([run({ passed: 7, failed: 2 }, 1)]).line).toBe('7 passed, 2 failed');
  });

  it('takes a file that did not load, and a run that ended badly, for a failure', () => {
    const bad = { line: '7 passed, 1 failed', exitCode: 1 };
    expect(tally([run({ passed: 7, broken: 1 }, 1)])).toEqual(bad);
    expect(tally([run({ passed: 7 }, 1)])).toEqual(bad);
    expect(tally([run(undefined, 1)]).exitCode).toBe(1);
  });

  it('tells what was left out, and fails it where everything is required', () => {
    const partly = [run({ passed: 7, skipped: 3 })];
    expect(tally(partly)).toEqual({ line: '7 passed, 0 failed, 3 skipped', exitCode: 0 });
    expect(tally(partly, true)).toEqual({ line: '7 passed, 3 failed', exitCode: 1 });
  });

  it('counts all runs, and one that failed fails them all', () => {
    const runs = [run({ passed: 7 }), run({ passed: 2, failed: 1 }, 1), run(undefined, 1)];
    expect(tally(runs)).toEqual({ line: '9 passed, 2 failed', exitCode: 1 });
  });
});
