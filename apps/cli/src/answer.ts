import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { isDomainError } from '@minh-bach/kernel';
import { refusalWords } from '@minh-bach/rules';

type Parsed<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;

/** The arguments, or undefined once the usage has been shown for ones that cannot be read. */
export function readArgs<T extends ParseArgsConfig>(
  config: T,
  usage: string,
  isComplete: (parsed: Parsed<T>) => boolean,
): Parsed<T> | undefined {
  try {
    const parsed = parseArgs(config);
    if (isComplete(parsed)) return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(error.message);
  }
  console.error(usage);
  return undefined;
}

/**
 * Prints what a rule answers, or why it refuses: words on stderr, and with `json` the refusal as
 * data on stdout.
 *
 * @returns the exit code: 0, or 1 for a refusal
 */
export function printAnswer<T>(answer: () => T, words: (answer: T) => string, json: boolean) {
  try {
    const answered = answer();
    console.log(json ? JSON.stringify(answered, null, 2) : words(answered));
    return 0;
  } catch (error) {
    const message = refusalWords(error);
    if (!isDomainError(error) || message === undefined) throw error;
    const { code, details } = error;
    if (json) console.log(JSON.stringify({ error: { ...details, code, message } }, null, 2));
    console.error(`${message.vi}\n${message.en}`);
    return 1;
  }
}
