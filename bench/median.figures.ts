/** The middle one of several runs. */
export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;

export const rounded = (figure: number, digits = 1): number => Number(figure.toFixed(digits));

/** Milliseconds: of what took so long, the 50th, 95th and 99th of a hundred. */
export function quantiles(took: readonly number[]) {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (part: number) => rounded(sorted[Math.floor(part * sorted.length)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
