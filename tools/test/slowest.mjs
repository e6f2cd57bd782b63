const SHOWN = 10;
const BOUND_S = 20;

/**
 * The slowest spec files, for the end of `npm test`.
 *
 * @param files `[{ file, ms }]` of a run
 */
export function slowest(files) {
  const shown = [...files].sort((one, other) => other.ms - one.ms).slice(0, SHOWN);
  return shown.map(({ file, ms }) => {
    const seconds = ms / 1_000;
    return `${seconds.toFixed(1).padStart(7)} s${seconds > BOUND_S ? ' !' : '  '} ${file}`;
  });
}
