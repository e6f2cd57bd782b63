import type { z } from 'zod';
import { printAnswer, printRefusal, readArgs } from './answer.ts';
import { factProblem } from './fact-words.ts';
import { NotJson, readJson } from './json-file.ts';

/** A command that answers a question about the facts in a file: `--facts FILE [--json]`. */
export async function answerFacts<S extends z.ZodType, T>(
  args: string[],
  usage: string,
  schema: S,
  ask: (facts: z.input<S>) => T,
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
  const { facts: path = '', json } = parsed.values;
  const facts = await readJson(path);
  if (facts instanceof NotJson)
    return printRefusal({ code: 'facts.invalid', message: facts.words }, json);

  const checked = schema.safeParse(facts);
  if (checked.success) return printAnswer(() => ask(facts as z.input<S>), words, json);
  const problems = checked.error.issues.map((issue) => factProblem(issue, facts));
  const all = (language: 'vi' | 'en') => problems.map((each) => each[language]).join('; ');
  const message = {
    vi: `Tình tiết trong tệp chưa đúng: ${all('vi')}. Xem docs/facts.md.`,
    en: `The facts in the file cannot be read: ${all('en')}. See docs/facts.md.`,
  };
  return printRefusal({ code: 'facts.invalid', problems, message }, json);
}
