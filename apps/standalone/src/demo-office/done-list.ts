import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyOfDeed, type Deed } from './plan.ts';

const FILE = 'demo-office.jsonl';

interface Begun {
  /** ISO instant that is "now" in the demo: a start that goes on keeps it. */
  readonly now: string;
}

/** What a deed left to know: the number of what was registered. */
export interface Done {
  readonly key: string;
  readonly number?: string;
}

/** `givenUp`: something refused a deed, and it is left as it is. */
type Line = Begun | Done | { readonly finished: true } | { readonly givenUp: true };

/** Which deeds of the demo are done, in a file of the data folder. A deed that is missing is done again under its key. */
export class DoneList {
  readonly #done: Map<string, Done>;

  private constructor(
    private readonly file: string,
    readonly now: Date,
    done: readonly Done[],
    readonly isFinished: boolean,
    /** Finished, or given up. */
    readonly isOver: boolean,
  ) {
    this.#done = new Map(done.map((each) => [each.key, each]));
  }

  /** @returns `undefined`: never begun here */
  static async find(dataFolder: string): Promise<DoneList | undefined> {
    const file = join(dataFolder, FILE);
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    // The last line may have been cut off: nothing is written behind half a line.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole !== text) await writeFile(file, whole, { flush: true });
    const lines = whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
    const begun = lines.find((line) => 'now' in line);
    if (!begun) return undefined;
    const done = lines.filter((line) => 'key' in line);
    const isFinished = lines.some((line) => 'finished' in line);
    const isOver = isFinished || lines.some((line) => 'givenUp' in line);
    return new DoneList(file, new Date(begun.now), done, isFinished, isOver);
  }

  static async begin(dataFolder: string, now: Date): Promise<DoneList> {
    const file = join(dataFolder, FILE);
    await writeFile(file, lineOf({ now: now.toISOString() }), { flush: true });
    return new DoneList(file, now, [], false, false);
  }

  has(deed: Deed): boolean {
    return this.#done.has(keyOfDeed(deed));
  }

  of(key: string): Done | undefined {
    return this.#done.get(key);
  }

  async add(done: Done): Promise<void> {
    this.#done.set(done.key, done);
    await appendFile(this.file, lineOf(done));
  }

  giveUp = (): Promise<void> => appendFile(this.file, lineOf({ givenUp: true }), { flush: true });

  finish = (): Promise<void> => appendFile(this.file, lineOf({ finished: true }), { flush: true });
}

const lineOf = (line: Line): string => `${JSON.stringify(line)}\n`;
