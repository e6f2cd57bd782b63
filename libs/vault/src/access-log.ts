import type { Actor } from '@minh-bach/kernel';

/** Who read what, without a word of what it said. */
export interface AccessLine {
  readonly at: Date;
  readonly actor: Actor;
  readonly purpose: string;
  readonly matter: string;
  /** Event id and path of each field; of a list that was exported, what it was narrowed by. */
  readonly fields: readonly (readonly [eventId: string, path: string])[];
}

/** The port to where lines are kept: durable when it resolves. */
export interface AccessLog {
  write(lines: readonly AccessLine[]): Promise<void>;
}

/** Lines in memory: for tests. */
export class MemoryAccessLog implements AccessLog {
  readonly lines: AccessLine[] = [];

  async write(lines: readonly AccessLine[]): Promise<void> {
    this.lines.push(...lines);
  }
}
