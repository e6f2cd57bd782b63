import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DomainError } from '@minh-bach/kernel';
import { printAnswer } from './answer.ts';

/** A command that answers a question about the facts in a file: `--facts FILE [--json]`. */
export async function answerFacts<T>(
  args: string[],
  usage: string,
  ask: (facts: unknown) => T,
  words: (answer: T) => string,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { facts: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (values.facts === undefined) {
    console.error(usage);
    return 2;
  }
  const text = await readFile(values.facts, 'utf8');
  return printAnswer(() => ask(parse(text)), words, values.json);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError('facts.invalid', { problems: ['JSON'] }, { cause });
  }
}
