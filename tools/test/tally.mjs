const NONE = { passed: 0, failed: 0, broken: 0, skipped: 0 };

/**
 * The last line of `npm test` and its exit code. A file that did not load counts as one failure, and
 * so does a run that failed in another way; left-out tests fail where everything is required.
 *
 * @param runs of Jest, each `{ exitCode, result }`; a result is `{ passed, failed, broken, skipped }`,
 *   or `undefined` when Jest did not get so far
 */
export function tally(runs, requireAll = false) {
  const counts = runs.map((run) => countsOf(run, requireAll));
  const sum = (what) => counts.reduce((total, each) => total + each[what], 0);
  const [passed, failures, skipped] = [sum('passed'), sum('failures'), sum('skipped')];
  const rest = skipped > 0 && !requireAll ? `, ${skipped} skipped` : '';
  return {
    line: `${passed} passed, ${failures} failed${rest}`,
    exitCode: failures > 0 ? 1 : 0,
  };
}

function countsOf({ exitCode, result = NONE }, requireAll) {
  const { passed, failed, broken, skipped } = result;
  const known = failed + broken + (requireAll ? skipped : 0);
  return { passed, skipped, failures: exitCode !== 0 ? Math.max(known, 1) : known };
}
