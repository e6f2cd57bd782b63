import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { lzw, runLengths } from './pdf-filters.ts';

/** As writers do it: the longest known run, and a code for it with one byte more. */
function packedLzw(bytes: Buffer, early: number): Buffer {
  const bits: string[] = [];
  let table = new Map<string, number>();
  const widthFor = (next: number) => Math.min(12, Math.max(9, (next + early).toString(2).length));
  const put = (code: number, width: number) => bits.push(code.toString(2).padStart(width, '0'));
  put(256, 9);
  let run = '';
  const codeOf = (text: string) => (text.length === 1 ? text.charCodeAt(0) : table.get(text)!);
  for (const character of bytes.toString('latin1')) {
    const longer = run + character;
    if (longer.length === 1 || table.has(longer)) {
      run = longer;
      continue;
    }
    put(codeOf(run), widthFor(257 + table.size));
    table.set(longer, 258 + table.size);
    run = character;
    if (table.size < 3_800) continue;
    put(codeOf(run), 12);
    put(256, 12);
    [table, run] = [new Map(), ''];
  }
  if (run !== '') put(codeOf(run), widthFor(257 + table.size));
  put(257, widthFor(258 + table.size));
  const octets = bits.join('').match(/.{1,8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet.padEnd(8, '0'), 2)));
}

describe('LZW', () => {
  it.each([0, 1])('gives back what was packed, with codes that grow: early %i', (early) => {
    const mixed = Buffer.concat([randomBytes(9_000), Buffer.alloc(50_000, 7), randomBytes(9_000)]);
    for (const bytes of [mixed, Buffer.alloc(0), Buffer.of(1), Buffer.from('-----A---B')])
      expect(lzw(packedLzw(bytes, early), early, 100_000).equals(bytes)).toBe(true);
  });

  it('T32: unpacks to no more than is asked for, and knows what is none', () => {
    const much = packedLzw(Buffer.alloc(50_000), 1);
    expect(() => lzw(much, 1, 40_000)).toThrow('FILE_UNCLEANABLE');
    expect(() => lzw(Buffer.from('ffffffff', 'hex'), 1, 9)).toThrow('FILE_UNCLEANABLE');
  });
});

describe('runs', () => {
  it('T32: unpack to no more than is asked for', () => {
    const packed = Buffer.from([2, 1, 2, 3, 129, 9, 128, 0]);
    const clear = Buffer.concat([Buffer.from([1, 2, 3]), Buffer.alloc(128, 9)]);
    expect(runLengths(packed, 131).equals(clear)).toBe(true);
    expect(() => runLengths(packed, 130)).toThrow('FILE_UNCLEANABLE');
  });
});
