import { deflateSync } from 'node:zlib';
import {
  jpeg,
  objectStream,
  pages,
  pdf,
  pdfStream,
  png,
  pngText,
  zip,
} from './check/corpus.fixture.ts';

const M = 1024 * 1024;
const stuffed = (filling: string | Buffer, size = 8 * M) =>
  pdf([...pages(1), Buffer.alloc(size, filling)]);
const times = (count: number, of: (i: number) => string | Buffer) =>
  Array.from({ length: count }, (_, i) => of(i));
/** Objects in object streams, many times over: small on the way, large where it is looked at. */
const manyStreams = (count: number, content: string): Buffer => {
  const one = objectStream(content);
  return pdf([...pages(1), ...times(count, () => one)]);
};

/** Files that cost their sender little: each is made when it is asked for. */
export const bombs: readonly (readonly [string, () => Buffer])[] = [
  ['661 object streams of 5,000 page trees', () => manyStreams(661, '/Type/Pages'.repeat(5_000))],
  ['15,000 object streams of page trees', () => manyStreams(15_000, '/Type/Pages '.repeat(300))],
  ['an object stream of 80 MB', () => manyStreams(1, ' '.repeat(80 * M))],
  ['many object streams of 16 MB', () => manyStreams(300, ' '.repeat(16 * M))],
  ['object streams of names', () => manyStreams(30, '/A#42 '.repeat(300_000))],
  ['object streams of brackets', () => manyStreams(30, '['.repeat(2 * M))],
  ['small packed streams', () => stuffed(pdfStream('/Filter /FlateDecode', packed(M)))],
  ['page trees', () => stuffed('/Type /Pages /Count 1 ')],
  ['page trees in each other', () => pdf([...pages(1), '<</Kids['.repeat(M)])],
  ['arrays in each other', () => stuffed('[')],
  ['dictionaries in each other', () => stuffed('<<')],
  ['dictionaries in each other, with keys', () => stuffed('<</A ')],
  ['strings in each other', () => stuffed('(')],
  ['strings that escape', () => stuffed('(\\')],
  ['hexadecimal strings without end', () => stuffed('<4')],
  ['names of escapes', () => stuffed(`/${'#41'.repeat(120)}`)],
  ['names, one beside the other', () => stuffed('/')],
  ['slashes and escapes', () => stuffed('/#')],
  ['comments', () => stuffed('%')],
  ['objects', () => stuffed('1 0 obj ')],
  ['objects in each other', () => stuffed('1 0 obj <</A [')],
  ['objects in strings', () => stuffed('1 0 obj (')],
  ['beginnings of streams', () => stuffed('stream\n')],
  ['beginnings of streams after dictionaries', () => stuffed('1 0 obj<</N 1/First 2>>stream\n')],
  ['a table of a million places', () => stuffed('0000000000 00000 n \n', 20 * M - 2_000)],
  [
    'references in a ring',
    () => pdf(times(20_000, (i) => `<< /Parent ${(i % 20_000) + 1} 0 R >>`)),
  ],
  ['references to all from all', () => pdf(times(2_000, () => `[${'1 0 R '.repeat(1_000)}]`))],
  ['actions that lead to actions', () => pdf(times(50_000, (i) => `<</OpenAction ${i + 2} 0 R>>`))],
  ['a picture of 65,535 × 65,535', () => jpeg(65_535, 65_535)],
  ['pictures one after another', () => Buffer.alloc(20 * M, jpeg())],
  [
    'a picture of fill bytes',
    () => Buffer.concat([jpeg().subarray(0, 2), Buffer.alloc(20 * M, 0xff)]),
  ],
  [
    'a picture of restarts',
    () => Buffer.concat([jpeg().subarray(0, -2), Buffer.alloc(19 * M, '\xff\xd0', 'latin1')]),
  ],
  ['a PNG of 60,000 × 60,000', () => png(60_000, 60_000)],
  [
    'a PNG of a million texts',
    () => png(2, 2, { extra: [Buffer.concat(Array<Buffer>(900_000).fill(pngText('')))] }),
  ],
  ['ends of archives', () => Buffer.concat([png(), Buffer.alloc(M, zip())])],
  ['an archive as well', () => Buffer.concat([pdf(), zip('startxref\n0\n%%EOF\n')])],
  ['a page of nothing', () => Buffer.alloc(20 * M)],
];

const packed = (size: number): Buffer => deflateSync(Buffer.alloc(size));
