import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import * as http from './http/index.ts';
import { INTEGRATION_EVENTS } from './integration/index.ts';
import { line, lineOrNothing, someText, text } from './vocabulary.ts';

/** One character each, and two or three once they are composed. */
const GROWING = ['\ufb2c', '\u0958', '\u{1d15e}', '\ufb1d'];
const RTL = ['\u200e', '\u200f', '\u061c', '\u202a', '\u202e', '\u2066', '\u2069'];
const INVISIBLE = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u034f', '\u180e', '\ufe0f', '\u2028'],
  ...['\u2029', '\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\ufff9', '\u{1d159}'],
  ...['\u{e0041}', '\u{e0001}', '\u{e0100}'],
];

/** In code points. */
const lengthOf = (value: string) => [...value].length;
const takes = (schema: z.ZodType, value: string) => schema.safeParse(value).success;

describe('T26: a text that grows when composed', () => {
  it('is measured as it is kept', () => {
    for (const letter of GROWING)
      for (const field of [text(200), someText(200), line(200), lineOrNothing(200)]) {
        expect([letter, takes(field, letter.repeat(200))]).toEqual([letter, false]);
        const grown = lengthOf(letter.normalize('NFC'));
        expect(takes(field, letter.repeat(Math.floor(200 / grown)))).toBe(true);
      }
  });

  it('and one that shrinks is measured as it is kept, too', () => {
    const name = 'Nguyễn Thị Hường';
    expect(line(name.length).parse(name.normalize('NFD'))).toBe(name.normalize('NFC'));
  });

  it('what a door lets in never exceeds its limit, and every door lets it in again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...GROWING), fc.string({ unit: 'binary' })) }),
        (said) => {
          for (const field of [text(20), someText(20), line(20), lineOrNothing(20)]) {
            const { data } = field.safeParse(said);
            if (data === undefined) continue;
            expect(lengthOf(data)).toBeLessThanOrEqual(20);
            expect(field.parse(data)).toBe(data);
          }
        },
      ),
    );
  });

  it('is taken by the contracts of messages, where it was stored before doors measured it so', () => {
    const stored = '\ufb2c'.repeat(200).normalize('NFC');
    const { gist } = INTEGRATION_EVENTS['intake.v1'].PetitionReceived.shape;
    const { decisionNumber } = INTEGRATION_EVENTS['response.v1'].DecisionIssued.shape;
    expect(takes(gist, stored)).toBe(true);
    expect(takes(decisionNumber, '\ufb2c'.repeat(60).normalize('NFC'))).toBe(true);
    expect(takes(http.registerPetitionSchema.shape.gist, stored)).toBe(false);
  });

  it('with more marks on one letter than any script has is refused before it is composed', () => {
    expect(takes(someText(20_000), `a${'\u0316\u0301'.repeat(9_000)}`)).toBe(false);
    expect(takes(someText(20_000), `a${'\u0301'.repeat(30)}`)).toBe(true);
    // A mark may take two units.
    expect(takes(someText(20_000), `a${'\u{1d165}'.repeat(30)}b`)).toBe(true);
    expect(takes(someText(20_000), `a${'\u{1d165}'.repeat(31)}b`)).toBe(false);
  });

  it('is only counted where it is far too long as it came: nothing is looked for, nor composed', () => {
    const compose = jest.spyOn(String.prototype, 'normalize');
    for (const field of [text(20), someText(20), line(20), lineOrNothing(20)])
      for (const said of [
        'a'.repeat(81),
        `a${'\u0316\u0301'.repeat(40)}`,
        `${' '.repeat(80)}a`,
        `a${'\u0301'.repeat(30)}`.repeat(20_000),
      ]) {
        const { error } = field.safeParse(said);
        expect(error?.issues).toMatchObject([{ code: 'too_big', maximum: 20 }]);
      }
    expect(compose).not.toHaveBeenCalled();
    compose.mockRestore();
    // The letter that grows most when it is decomposed.
    expect(takes(text(20), '\u1f82'.repeat(20).normalize('NFD'))).toBe(true);
  });
});

describe('T26: a name or a gist', () => {
  it('shows something', () => {
    for (const nothing of [...INVISIBLE, ...RTL, '\u0301', ' \u00a0\u3000'])
      for (const field of [someText(50), line(50)])
        expect([nothing, takes(field, nothing.repeat(3))]).toEqual([nothing, false]);
  });

  it('holds nothing that cannot be seen', () => {
    for (const nothing of INVISIBLE)
      for (const field of [line(50), lineOrNothing(50)])
        expect([nothing, takes(field, `Lê${nothing}Cúc`)]).toEqual([nothing, false]);
  });

  it('and no text of any length, holds a message in tags, or what turns the order of letters', () => {
    for (const letter of [...RTL, '\u{e0041}', '\ud800', '\u0000'])
      for (const field of [text(50), someText(50), line(50), lineOrNothing(50)])
        expect([letter, takes(field, `Lê${letter}Cúc`)]).toEqual([letter, false]);
  });

  it('keeps the letters of other scripts, and long texts keep what joins them', () => {
    for (const name of ['Đặng Thị Mây', 'Õpik Ödön', '李小龍', 'Нгуен', 'محمد', 'क्षत्रिय', '1 + 1'])
      expect(line(50).parse(name)).toBe(name.normalize('NFC'));
    expect(someText(50).parse('می\u200cخواهم 👩‍👩‍👧 một\nhai')).toContain('\u200c');
  });
});
