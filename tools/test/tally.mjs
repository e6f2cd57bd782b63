/**
 * The last line of `npm test` and its exit code. A file that did not load counts as one failure, and
 * so does a run that failed in another way; left-out tests fail where everything is required.
 *
 * @param result `{ passed, failed, broken, skipped }`, or `undefined` when Jest did not get so far
 */
export function tally(result, jestExitCode, requireAll = false) {
  const { passed, failed, broken, skipped } = result ?? {
    passed: 0,
    failed: 0,
    broken: 0,
    skipped: 0,
  };
  const known = failed + broken + (requireAll ? skipped : 0);
  const failures = jestExitCode !== 0 ? Math.max(known, 1) : known;
  const rest = skipped > 0 && !requireAll ? `, ${skipped} skipped` : '';
  return {
    line: `${passed} passed, ${failures} failed${rest}`,
    exitCode: failures > 0 ? 1 : 0,
  };
}
