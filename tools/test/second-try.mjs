/** Where more files fail, the code is broken and not the machine busy. */
const AT_MOST = 3;

const failed = (file) => file.failed + file.broken > 0;

/**
 * A few files that failed beside others run once more, alone. What passes then was up to the machine,
 * or is a race: it is said by name at the end and is to be mended, but fails nobody else's change.
 *
 * @param run `{ exitCode, files }` of a run of Jest
 * @param again runs these files, one after another: `{ exitCode, files }`
 * @returns the run as it ended, and the files that `passedLater`
 */
export async function secondTry(run, again) {
  const { files: first = [] } = run;
  const names = first.filter(failed).map(({ file }) => file);
  const few = names.length <= AT_MOST && names.length < first.length;
  if (names.length === 0 || !few) return { ...run, passedLater: [] };
  const second = await again(names);
  const fresh = new Map(second.files?.map((file) => [file.file, file]));
  const files = first.map((file) => fresh.get(file.file) ?? file);
  const passedLater = names.filter((name) => fresh.has(name) && !failed(fresh.get(name)));
  const exitCode = files.some(failed) ? run.exitCode : second.exitCode;
  return { exitCode, files, passedLater };
}
