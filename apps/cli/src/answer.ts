import { isDomainError } from '@minh-bach/kernel';
import { refusalWords } from '@minh-bach/rules';

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
