import { z } from 'zod';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]|\p{Bidi_Control}/u;
/** Tag characters spell a message that no screen shows. */
const TAGS = /[\u{e0000}-\u{e007f}]/u;
/** Drawn as nothing, wherever they stand; U+2800 and U+1D159 are blank drawings. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\u{1d159}]/u;
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\s\u2800\u{1d159}]/u;

/**
 * As many as UAX #15 allows in its stream-safe format. The time to compose a text grows with the
 * square of the marks in a row: 20,000 would stop the process for a third of a second.
 */
const MARKS_IN_A_ROW = 30;
const hasManyMarks = (s: string): boolean =>
  (s.match(/\p{M}+/gu) ?? []).some(
    (row) => row.length > MARKS_IN_A_ROW && countOf(row) > MARKS_IN_A_ROW,
  );
const countOf = (s: string): number => [...s].length;

const without = (characters: RegExp, error: string) =>
  z.refine<string>((s) => !characters.test(s), { error, abort: true });

/** Units that no character needs more of, however it came: decomposed, or in two of UTF-16. */
const UNITS_OF_ONE = 4;

/**
 * Text from people, on one or more lines: composed (NFC) and trimmed first, and measured after that,
 * since some characters become three when they are composed. Lengths are in code points. It has no control
 * characters beside line breaks and tabs.
 *
 * What is far too long as it came is left as it is, and its length alone refuses it: to look through and
 * compose 1 MB that nobody takes would keep all others waiting.
 */
export function text(max: number) {
  const isFarTooLong = (s: string) => s.length > max * UNITS_OF_ONE;
  const not = (is: (s: string) => boolean, error: string) =>
    z.refine<string>((s) => isFarTooLong(s) || !is(s), { error, abort: true });
  return z
    .string()
    .check(
      not((s) => CONTROL.test(s), 'CONTROL_CHARACTERS'),
      not((s) => TAGS.test(s), 'INVISIBLE_CHARACTERS'),
      not((s) => /\p{Cs}/u.test(s), 'BROKEN_UNICODE'),
      not(hasManyMarks, 'TOO_MANY_MARKS'),
    )
    .overwrite((s) => (isFarTooLong(s) ? s : s.normalize('NFC').trim()))
    .max(max);
}

/** The same, with something to be seen. */
export const someText = (max: number) =>
  text(max)
    .min(1, { abort: true })
    .refine((s) => VISIBLE.test(s), { error: 'NOTHING_VISIBLE' });

const onOneLine = (s: z.ZodString) =>
  s.check(without(/[\r\n\t]/, 'ONE_LINE_ONLY'), without(INVISIBLE, 'INVISIBLE_CHARACTERS'));

/** One line, for names and lists: nothing in it is invisible or changes the order of the others. */
export const line = (max: number) => onOneLine(someText(max));

/** One line, or nothing. */
export const lineOrNothing = (max: number) => onOneLine(text(max));

/**
 * A line as events and messages carry it: whatever any door has ever let in. Doors grow stricter;
 * the log stays readable. Earlier ones measured before they composed, which makes up to three
 * characters of one. NUL is let in by no door, and no text column can hold it.
 */
export const storedLine = (max: number) =>
  z
    .string()
    .min(1)
    .max(3 * max)
    .refine((s) => !s.includes('\0'));
