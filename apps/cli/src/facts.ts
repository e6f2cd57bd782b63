import { readFile } from 'node:fs/promises';
import { DomainError } from '@minh-bach/kernel';
import { printAnswer, readArgs } from './answer.ts';

/** A command that answers a question about the facts in a file: `--facts FILE [--json]`. */
export async function answerFacts<T>(
  args: string[],
  usage: string,
  ask: (facts: unknown) => T,
  words: (answer: T) => string,
): Promise<number> {
  const parsed = readArgs(
    {
      args,
      options: { facts: { type: 'string' }, json: { type: 'boolean', default: false } },
    },
    usage,
    ({ values }) => values.facts !== undefined,
  );
  if (parsed === undefined) return 2;
  const { facts = '', json } = parsed.values;
  const text = await readFile(facts, 'utf8').catch((cause: unknown) => cause);
  return printAnswer(() => ask(parse(facts, text)), words, json);
}

function parse(file: string, text: unknown): unknown {
  try {
    if (typeof text !== 'string') throw text;
    return JSON.parse(text);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new DomainError('facts.invalid', { problems: [`${file}: ${problem}`] }, { cause });
  }
}
