import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { pages, pdf, pdfStream } from '../check/corpus.fixture.ts';
import { cleanContent } from './clean-content.ts';
import { cleanPdf } from './clean-pdf.ts';
import { ascii85, hexadecimal, lzw, runLengths } from './pdf-filters.ts';
import { calculator, characterMap } from './pdf-programs.ts';

const HERE = new URL('.', import.meta.url);

const session = new Session();
beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
});
afterAll(() => session.disconnect());

/** How often parts of the sources here run. */
async function steps(work: () => unknown): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  try {
    work();
  } catch {
    // A refusal has its steps, too.
  }
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => /\/libs\/files\/src\/(?:clean|check)\//.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

const MOST = 100_000_000;
const LENGTH = 20_000;
/** For each byte. */
const MOST_STEPS = 100;
const page = (...objects: Buffer[]) => {
  const [root, tree, leaf] = pages(1);
  return pdf([root!, tree!, leaf!.replace('>>', '/Contents 4 0 R >>'), ...objects]);
};
const readers: Readonly<Record<string, (text: Buffer) => unknown>> = {
  'a page': cleanContent,
  'a map of characters': (text) =>
    characterMap(Buffer.concat([Buffer.from('1 beginbfrange '), text, Buffer.from(' endbfrange')])),
  'a map of characters, before it': characterMap,
  'a function': (text) => calculator(text),
  hexadecimal: (text) => hexadecimal(text, MOST),
  'ASCII 85': (text) => ascii85(text, MOST),
  'run lengths': (text) => runLengths(text, MOST),
  LZW: (text) => lzw(text, 1, MOST),
  'a document': (text) => cleanPdf(page(pdfStream('', Buffer.from('q')), text)),
  'an object of a page': (text) =>
    cleanPdf(page(pdfStream('/Subtype /Form /X', text), Buffer.from('<< >>'))),
};
const runs = [
  ...'()<>[]{}/%\\ \n',
  ...['<<', '>>', '<1', '[1 ', '(\\', '/a ', 'BI ', 'BX ', '/WMode ', 'beginbfrange ', 'obj '],
  ...['1 0 obj<<', 'trailer ', 'endobj ', '<< /A ', '1 ', 'BI /W 1 ID ', '%\n', 'xref '],
];

describe('T32: what the cleaner reads takes it steps as many as it is long', () => {
  it.each(Object.keys(readers))(
    'long runs in %s',
    async (name) => {
      const read = readers[name]!;
      for (const run of runs) {
        const found = await steps(() => read(Buffer.alloc(LENGTH, run)));
        // What grows by its square takes thousands of times its length.
        expect([run, Math.floor(found / LENGTH / MOST_STEPS)]).toEqual([run, 0]);
      }
    },
    60_000,
  );

  it('no expression reads on without a bound, and so again from each place', () => {
    const sources = readdirSync(HERE).filter((name) =>
      /^(?!.*\.(?:spec|fixture)\.).*\.ts$/.test(name),
    );
    const unbounded = sources.flatMap((name) =>
      expressionsOf(readFileSync(new URL(name, HERE), 'utf8'))
        .filter(isUnbounded)
        .map((expression) => `${name}: ${expression}`),
    );
    expect(unbounded).toEqual([]);
  });
});

/** A repetition without a bound, besides what is escaped or one of a class. */
const isUnbounded = (expression: string): boolean =>
  /[*+]|\{\d{1,9},\}/.test(expression.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x'));

function expressionsOf(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
      found.push(node.arguments![0]!.getText());
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}
