import { countOf, progressText, type Progress } from './copy-words.ts';

/** A terminal shows one line that changes; a file, or a program, gets lines. */
export type Shape = 'terminal' | 'lines' | 'json';

const EVERY_MS: Record<Shape, number> = { terminal: 200, json: 1_000, lines: 10_000 };

export interface ReportOptions {
  readonly shape: Shape;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  readonly write: (text: string) => void;
}

/** Tells of every phase when it begins, and from time to time how far it is. */
export function progressReport({ shape, now, write }: ReportOptions) {
  let begun: Progress | undefined;
  let [begunAt, toldAt, open] = [0, 0, false];
  const report = (progress: Progress): void => {
    const at = now();
    const isNew = progress.phase !== begun?.phase;
    if (isNew) [begun, begunAt] = [progress, at];
    else if (at - toldAt < EVERY_MS[shape]) return;
    toldAt = at;
    const seconds = (at - begunAt) / 1000;
    const perSecond =
      seconds === 0 ? 0 : Math.round((countOf(progress) - countOf(begun!)) / seconds);
    const rate = progress.phase === 'files' ? 'filesPerSecond' : 'eventsPerSecond';
    if (shape === 'json') return write(`${JSON.stringify({ progress, [rate]: perSecond })}\n`);
    const text = progressText(progress, perSecond);
    write(shape === 'lines' ? `${text}\n` : `${isNew && open ? '\n' : '\r'}${text}\x1b[K`);
    open = shape === 'terminal';
  };
  /** The line that changes is over. */
  const end = (): void => {
    if (open) write('\n');
    open = false;
  };
  return { report, end };
}

/** Runs with a report of the shape that is asked for, on the stream where that is looked for. */
export async function told<T>(
  json: boolean,
  run: (onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const shape: Shape = json ? 'json' : process.stderr.isTTY ? 'terminal' : 'lines';
  const to = json ? process.stdout : process.stderr;
  const write = (text: string) => void to.write(text);
  const { report, end } = progressReport({ shape, now: () => performance.now(), write });
  try {
    return await run(report);
  } finally {
    end();
  }
}
