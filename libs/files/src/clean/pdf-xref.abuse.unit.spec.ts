import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { objectStream, pages, pdf, pdfStream } from '../check/corpus.fixture.ts';
import { cleanFile } from './clean-file.ts';

/** What the copy shows. */
async function shownBy(bytes: Buffer): Promise<string | undefined> {
  const copy = Buffer.from(await cleanFile(bytes, 'application/pdf')).toString('latin1');
  return /\((\w+)\) Tj/.exec(copy)?.[1];
}
const text = (shown: string): Buffer => pdfStream('', Buffer.from(`BT (${shown}) Tj ET`));
const leaf = (entries: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] ${entries} >>`;
const [catalog, tree] = pages(1) as [string, string];
const numbered = (number: number, value: string | Buffer): string =>
  `${number} 0 obj\n${value.toString('latin1')}\nendobj\n`;

/** Objects 1 to 4: a page with what it shows. */
const body = (shown: string, page = leaf('/Contents 4 0 R')): string =>
  `%PDF-1.7\n${[catalog, tree, page, text(shown)].map((one, i) => numbered(i + 1, one)).join('')}`;
const row = (offset: number, generation = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`;
const FREE = '0000000000 65535 f \n';
const table = (first: number, rows: string[]): string =>
  `xref\n${first} ${rows.length}\n${rows.join('')}`;
const trailer = (entries = '', size = 20): string =>
  `trailer\n<< /Root 1 0 R /Size ${size} ${entries} >>\n`;
const end = (start: number): string => `startxref\n${start}\n%%EOF\n`;
const offsetOf = (file: string, number: number): number => file.indexOf(`\n${number} 0 obj`) + 1;
/** The head of the free ones, and the first four objects as they stand. */
const rowsOf = (file: string): string[] => [
  FREE,
  ...[1, 2, 3, 4].map((n) => row(offsetOf(file, n))),
];
const bytesOf = (...parts: string[]): Buffer => Buffer.from(parts.join(''), 'latin1');
/** With this table at its end. */
const closed = (file: string, sections = table(0, rowsOf(file)) + trailer()): Buffer =>
  bytesOf(file, sections, end(file.length));

type Row = [type: number, second: number, third: number];
const xrefData = (rows: Row[]): Buffer =>
  Buffer.concat(
    rows.map(([type, second, third]) => {
      const bytes = Buffer.alloc(6);
      bytes.writeUInt8(type, 0);
      bytes.writeUInt32BE(second, 1);
      bytes.writeUInt8(third, 5);
      return bytes;
    }),
  );
const xrefStream = (rows: Row[], entries = '', data = xrefData(rows)): Buffer =>
  pdfStream(`/Type /XRef /Root 1 0 R /Size ${rows.length} /W [1 4 1] ${entries}`, data);

/** Whose page 3 lies in an object stream, as the rows say. */
function packed(streams: Buffer[], third: Row, more = ''): Buffer {
  const parts = [catalog, tree, text('original'), ...streams];
  const numbers = [1, 2, 4, 5, 6, 7];
  const objects = parts.map((part, i) => numbered(numbers[i]!, part));
  const file = `%PDF-1.7\n${[...objects, more].join('%%EOF\n')}`;
  const places = [1, 2, 3, 4, 5, 6, 7].map((number): Row =>
    number === 3 ? third : offsetOf(file, number) ? [1, offsetOf(file, number), 0] : [0, 0, 0],
  );
  return bytesOf(file, numbered(8, xrefStream([[0, 0, 0], ...places])), end(file.length));
}
const page3 = (entries: string): Buffer => objectStream(leaf(entries), '/Type /ObjStm', 3);
const other = numbered(9, text('other'));

const original = body('original');
/** Two versions of what is shown; with these sections for the second one. */
function updated(sections: (prev: number, at: number) => [string, number?]): Buffer {
  const earlier = body('earlier');
  const file = `${closed(earlier).toString('latin1')}${numbered(4, text('original'))}`;
  const [section, start = 0] = sections(earlier.length, file.lastIndexOf('4 0 obj'));
  return bytesOf(file, section, end(file.length + start));
}
/** Cross-references in a stream, each row packed by this filter of PNG. */
function predicted(filter: number, spoil: (data: Buffer) => Buffer = (data) => data): Buffer {
  const streams = [page3('/Contents 4 0 R')];
  const plain = packed(streams, [2, 5, 0]).toString('latin1');
  const file = plain.slice(0, plain.indexOf('8 0 obj'));
  const places = [1, 2, 3, 4, 5].map((number): Row =>
    number === 3 ? [2, 5, 0] : [1, offsetOf(file, number), 0],
  );
  const data = xrefData([[0, 0, 0], ...places]);
  const at = (row: number, i: number) => (row < 0 || i < 0 ? 0 : data[row * 6 + i]!);
  const rows = Array.from({ length: 6 }, (_, k) => {
    const guessed = Array.from({ length: 6 }, (_, i) => {
      const [left, up, corner] = [at(k, i - 1), at(k - 1, i), at(k - 1, i - 1)];
      const nearest = [left, up, corner].sort(
        (x, y) => Math.abs(left + up - corner - x) - Math.abs(left + up - corner - y),
      )[0]!;
      const guess = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
      return (at(k, i) - guess) & 255;
    });
    return Buffer.from([filter, ...guessed]);
  });
  const parameters = '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 6 >>';
  const stream = xrefStream(
    [[0, 0, 0], ...places],
    parameters,
    spoil(deflateSync(Buffer.concat(rows))),
  );
  return bytesOf(file, numbered(8, stream), end(file.length));
}

describe('T16: what a copy shows is what readers show of the original', () => {
  it.each<[string, Buffer]>([
    [
      'stands again in the data of a stream, as if appended',
      pdf([
        ...[catalog, tree, leaf('/Contents 4 0 R'), text('original')],
        pdfStream('', Buffer.from(`%%EOF\n${numbered(4, text('other'))}`)),
      ]),
    ],
    [
      'is appended again, and the last cross-reference does not lead there',
      bytesOf(
        closed(original).toString('latin1'),
        numbered(4, text('other')),
        end(original.length),
      ),
    ],
    [
      'is said to begin in the middle of the number of another',
      (() => {
        const file = `${body('other')}${numbered(14, text('original'))}`;
        const rows = [...rowsOf(file).slice(0, 4), row(offsetOf(file, 14) + 1)];
        return closed(file, table(0, rows) + trailer());
      })(),
    ],
    ['is free', closed(original, table(0, [...rowsOf(original).slice(0, 4), FREE]) + trailer())],
    ['is not named', closed(original, table(0, rowsOf(original).slice(0, 4)) + trailer())],
    ['is past the size', closed(original, table(0, rowsOf(original)) + trailer('', 4))],
    [
      'is of another generation than is asked for',
      (() => {
        const file = body('other', leaf('/Contents 4 1 R'));
        return closed(file);
      })(),
    ],
    [
      'is said to be of another generation than it is',
      closed(
        original,
        table(0, [...rowsOf(original).slice(0, 4), row(offsetOf(original, 4), 1)]) + trailer(),
      ),
    ],
    [
      'lies in another object stream than the last one that has it',
      packed([page3('/Contents 4 0 R'), page3('/Contents 9 0 R')], [2, 5, 0], other),
    ],
    [
      'lies in an object stream, and stands again in the file',
      packed([page3('/Contents 4 0 R')], [2, 5, 0], numbered(3, leaf('/Contents 9 0 R')) + other),
    ],
    ['lies elsewhere in its object stream', packed([page3('/Contents 4 0 R')], [2, 5, 1])],
    [
      'lies in an object stream behind what it says it has',
      packed(
        [
          pdfStream(
            '/Type /ObjStm /N 1 /First 10 /Filter /FlateDecode',
            deflateSync(Buffer.from(`7 0 3 5   null ${leaf('/Contents 4 0 R')}`)),
          ),
        ],
        [2, 5, 1],
      ),
    ],
    [
      'lies in an object stream that is longer than it says',
      packed(
        [
          Buffer.from(
            page3('/Contents 4 0 R')
              .toString('latin1')
              .replace(/Length \d+/, 'Length 9'),
            'latin1',
          ),
        ],
        [2, 5, 0],
      ),
    ],
    [
      'is a stream of another length than it says',
      closed(original.replace(/Length \d+/, (said) => `Length ${1 + Number(said.slice(7))}0`)),
    ],
    [
      'is named otherwise behind the first object, where linearized files begin',
      (() => {
        const first = '%PDF-1.7\n9 0 obj\n<< /Linearized 1 /L 00000 >>\nendobj\n';
        const earlier = `${numbered(4, text('earlier'))}%%EOF\n`;
        const objects = [catalog, tree, leaf('/Contents 4 0 R'), text('original')];
        const file = `${first}${table(0, [FREE])}${trailer()}${earlier}${objects.map((one, i) => numbered(i + 1, one)).join('')}`;
        const rows = [FREE, ...[1, 2, 3, 4].map((n) => row(file.lastIndexOf(`\n${n} 0 obj`) + 1))];
        const whole = closed(file, table(0, rows) + trailer()).toString('latin1');
        return bytesOf(whole.replace('00000', String(whole.length).padStart(5, '0')));
      })(),
    ],
    [
      'is reached from one of two roots',
      closed(original, table(0, rowsOf(original)) + trailer('/Root 9 0 R')),
    ],
    [
      'is reached from the root of one trailer, and not of another',
      closed(`${original}%trailer << /Root 9 0 R >>\n`),
    ],
  ])('no copy where an object %s', async (_, bytes) => {
    await expect(shownBy(bytes)).rejects.toMatchObject({ code: 'FILE_UNCLEANABLE' });
  });

  it.each<[string, Buffer]>([
    ['a table', closed(original)],
    ['a table that counts its head as 1', closed(original, table(1, rowsOf(original)) + trailer())],
    [
      'a place that is a line too early',
      closed(
        original,
        table(0, [...rowsOf(original).slice(0, 4), row(offsetOf(original, 4) - 1)]) + trailer(),
      ),
    ],
    ['a later version', updated((prev, at) => [table(4, [row(at)]) + trailer(`/Prev ${prev}`)])],
    [
      'versions in a ring',
      (() => {
        const start = original.length;
        return closed(original, table(0, rowsOf(original)) + trailer(`/Prev ${start}`));
      })(),
    ],
    [
      'a later version in a stream',
      updated((prev, at) => {
        const stream = xrefStream([[1, at, 0]], `/Index [4 1] /Prev ${prev}`);
        return [numbered(15, stream.toString('latin1').replace('/Size 1 ', '/Size 20 '))];
      }),
    ],
    [
      'a later version in a stream beside a table',
      updated((prev, at) => {
        const stream = numbered(15, xrefStream([[1, at, 0]], '/Index [4 1]'));
        const beside = at + numbered(4, text('original')).length;
        const section = table(0, []) + trailer(`/Prev ${prev} /XRefStm ${beside}`);
        return [stream + section, stream.length];
      }),
    ],
    ['an object stream', packed([page3('/Contents 4 0 R')], [2, 5, 0])],
    [
      'an object that nobody names nor finds',
      closed(body('original', leaf('/Contents [4 0 R 16 0 R]'))),
    ],
    ...[0, 1, 2, 3, 4].map((filter): [string, Buffer] => [
      `rows that are packed by filter ${filter}`,
      predicted(filter),
    ]),
  ])('a copy of a file with %s', async (_, bytes) => {
    expect(await shownBy(bytes)).toBe('original');
  });

  const prevs = (count: number): Buffer => {
    let file = original;
    let section = table(0, rowsOf(original)) + trailer();
    for (let i = 1; i < count; i++) {
      const prev = file.length;
      file += section;
      section = table(0, []) + trailer(`/Prev ${prev}`);
    }
    return closed(file, section);
  };
  it('a copy of a file of a thousand versions', async () => {
    expect(await shownBy(prevs(1_000))).toBe('original');
  });

  const rows = table(0, rowsOf(original));
  it.each<[string, Buffer]>([
    ['that begins nowhere', bytesOf(original, rows, trailer(), end(3))],
    ['whose beginning is no number', bytesOf(original, rows, trailer(), 'startxref\nx\n%%EOF')],
    ['whose earlier version is nowhere', closed(original, rows + trailer('/Prev 3'))],
    ['whose earlier version is no place', closed(original, rows + trailer('/Prev (x)'))],
    ['beside a stream that is none', closed(original, rows + trailer('/XRefStm 3'))],
    ['with lines of another length', closed(original, rows.replaceAll(' \n', '\n') + trailer())],
    ['with fewer lines than it says', closed(original, rows.replace('0 5', '0 6') + trailer())],
    ['without a trailer', closed(original, rows)],
    [
      'with more lines than a file holds',
      closed(original, rows.replace('0 5', '0 9999999999') + trailer()),
    ],
    ['of more than a thousand versions', prevs(1_001)],
    ['of rows in an unknown filter', predicted(5)],
    [
      'by a predictor that is none',
      bytesOf(predicted(2).toString('latin1').replace('/Predictor 15', '/Predictor 16')),
    ],
    ['of rows that are cut off', predicted(0, (data) => data.subarray(0, 20))],
    ['of more rows than there are', closed(original, numbered(8, xrefStream([], '/Index [0 9]')))],
    ['of a billion rows', closed(original, numbered(8, xrefStream([], '/Index [0 1000000000]')))],
    [
      'that unpacks to more than its rows',
      predicted(0, () => deflateSync(Buffer.alloc(10_000_000))),
    ],
  ])('no copy by a cross-reference %s', async (_, bytes) => {
    await expect(shownBy(bytes)).rejects.toMatchObject({ code: 'FILE_UNCLEANABLE' });
  });
});
