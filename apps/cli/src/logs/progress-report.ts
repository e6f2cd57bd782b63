import type { CopyProgress } from '@minh-bach/event-store';
import { progressText } from './copy-words.ts';

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
  let begun: CopyProgress | undefined;
  let [begunAt, toldAt, open] = [0, 0, false];
  const report = (progress: CopyProgress): void => {
    const at = now();
    const isNew = progress.phase !== begun?.phase;
    if (isNew) [begun, begunAt] = [progress, at];
    else if (at - toldAt < EVERY_MS[shape]) return;
    toldAt = at;
    const seconds = (at - begunAt) / 1000;
    const eventsPerSecond =
      seconds === 0 ? 0 : Math.round((progress.events - begun!.events) / seconds);
    if (shape === 'json') return write(`${JSON.stringify({ progress, eventsPerSecond })}\n`);
    const text = progressText(progress, eventsPerSecond);
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
