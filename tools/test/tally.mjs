/**
 * The last line of `npm test` and its exit code. A file that did not load counts as one failure, and
 * so does a run that failed in another way; left-out tests fail where everything is required.
 *
 * @param runs of Jest, each `{ exitCode, files }`; a file is `{ passed, failed, broken, skipped }`,
 *   and `files` is `undefined` when Jest did not get so far
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

function countsOf({ exitCode, files = [] }, requireAll) {
  const sum = (what) => files.reduce((total, file) => total + file[what], 0);
  const [passed, skipped] = [sum('passed'), sum('skipped')];
  const known = sum('failed') + sum('broken') + (requireAll ? skipped : 0);
  return { passed, skipped, failures: exitCode !== 0 ? Math.max(known, 1) : known };
}
