import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  instantSchema,
  line,
  petitionNumberSchema,
  someText,
  text,
  unitIdSchema,
} from './vocabulary.ts';

const refused = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  expect([value, schema.safeParse(value).success]).toEqual([value, false]);

describe('text from people', () => {
  it('is kept in NFC, without spaces around it', () => {
    expect(text(50).parse('  Khiếu nại \n')).toBe('Khiếu nại'.normalize('NFC'));
    expect(text(50).parse('Đặng Thị Mây'.normalize('NFD'))).toBe('Đặng Thị Mây'.normalize('NFC'));
  });
  it('keeps line breaks and tabs, markup and quotes as they are', () => {
    for (const said of ['một\nhai\tba', "'; DROP TABLE x; --", '<script>alert(1)</script>'])
      expect(text(50).parse(said)).toBe(said);
  });
  it('has no control characters, no text that runs backwards, no broken letters', () => {
    const bad = [
      '\u0000',
      '\u0007',
      '\u001b',
      '\u007f',
      '\u0085',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\ud800',
    ];
    for (const letter of bad) refused(text(50), `a${letter}b`);
  });
  it('is bounded, and some text is not nothing', () => {
    refused(text(3), 'bốn!');
    for (const nothing of ['', '   ', '\n']) refused(someText(50), nothing);
    refused(text(50), { toString: () => 'x' });
    refused(text(50), ['x']);
  });
  it('let in once is let in again the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (said) => {
        const once = text(200).safeParse(said);
        if (once.success) expect(text(200).parse(once.data)).toBe(once.data);
      }),
    );
  });
  it('of one line has one', () => {
    for (const break_ of ['\n', '\r', '\t']) refused(line(50), `một${break_}hai`);
    expect(line(50).parse(' một ')).toBe('một');
  });
});

describe('ids and instants', () => {
  it('have one spelling', () => {
    for (const id of ['hq-sm', 'HQ SM', 'HQ/SM', '', '-HQ', 'HQ-SM\n']) refused(unitIdSchema, id);
    for (const number of ['D26-48301725', 'V26-48301725-4', 'd26-48301725-4', 'D26-48301725-4 '])
      refused(petitionNumberSchema, number);
    for (const at of ['2026-11-20', '2026-11-20T02:00:00', 'tomorrow']) refused(instantSchema, at);
  });
});
