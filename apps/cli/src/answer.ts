import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { isDomainError } from '@minh-bach/kernel';
import { refusalWords } from '@minh-bach/rules';
import type { Words } from '@minh-bach/rules';

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
    console.error(argumentWords(error));
  }
  console.error(usage);
  return undefined;
}

/** What Node's parser complains of, in both languages. */
function argumentWords(error: TypeError): string {
  const [, name = ''] = /'(-{1,2}[^' ]+|[^']+)/.exec(error.message) ?? [];
  switch (Reflect.get(error, 'code')) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Không có tùy chọn ${name}. / There is no option ${name}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `Tùy chọn ${name} thiếu giá trị hoặc không nhận giá trị. / Option ${name} lacks a value, or takes none.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `Thừa “${name}”. / “${name}” is too much.`;
    default:
      return error.message;
  }
}

/** Words on stderr, and with `json` the refusal as data on stdout. @returns the exit code */
export function printRefusal(
  refusal: { readonly code: string; readonly message: Words } & Readonly<Record<string, unknown>>,
  json: boolean,
): number {
  if (json) console.log(JSON.stringify({ error: refusal }, null, 2));
  console.error(`${refusal.message.vi}\n${refusal.message.en}`);
  return 1;
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
    return printRefusal({ ...details, code, message }, json);
  }
}
