import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanContent } from './clean-content.ts';
import { MARK } from './planted.fixture.ts';

const clean = (text: string | Buffer): string =>
  cleanContent(Buffer.from(text as string, 'latin1'))
    .toString('latin1')
    .trim();

describe('T16: what a page of a PDF draws', () => {
  it.each([
    'q 1 0 0 -1 0 842 cm /Im0 Do Q',
    'BT /F1 12 Tf 72 700 Td (A \\) \\( % (b)) Tj T* <48656C> Tj ET',
    'BT [ (A) -120 (B) ] TJ 0 0 (x) " ET',
    '[ 3 2 ] 0 d 0 0 9 9 re W* n f*',
    '/Cs1 cs 0.1 .2 -.3 scn /P1 scn /DeviceRGB CS 1 0 0 SC',
    '/GS0 gs /Sh1 sh 500 0 d0',
  ])('stays as it is: %s', (text) => {
    // Names of its own are numbers.
    const close = (content: string) =>
      content.replace(/\/(?!Device)\w+/g, '/x').replace(/\s+/g, '');
    expect(close(clean(text))).toBe(close(text));
  });

  it.each<[string, string, string]>([
    ['a comment', `q % ${MARK}\nQ`, 'q Q'],
    ['a comment in an array', `[(A) % ${MARK} ] )\n 3] TJ`, '[(A)3 ] TJ'],
    [
      'properties of marked content',
      `/P << /Author (${MARK}) /X [<< /Y /${MARK} >>] >> BDC q EMC`,
      'q',
    ],
    ['a named mark', `/${MARK} BMC q EMC /${MARK} MP /S /${MARK} DP Q`, 'q Q'],
    [
      'operands that nobody takes',
      `(${MARK}) q (${MARK}) /${MARK} 1 0 0 rg /${MARK}`,
      'q 1 0 0 rg',
    ],
    ['operators that nobody knows', `BX (${MARK}) ${MARK} (${MARK}) Author EX Q`, 'Q'],
    ['letters in a text of digits', '<48zz65> Tj', '<4865> Tj'],
  ])('is kept without %s', (_, text, kept) => {
    expect(clean(text)).toBe(kept);
  });

  const picture = (entries: string, data: Buffer | string, behind = '\nEI Q') =>
    Buffer.concat([
      Buffer.from(`q BI ${entries} ID `, 'latin1'),
      Buffer.from(data as string, 'latin1'),
      Buffer.from(behind, 'latin1'),
    ]).toString('latin1');

  it('keeps a picture in it, with its pixels alone', () => {
    const said = `/W 2 /H 2 /CS /G /BPC 8 /Author (${MARK}) /L ${MARK}`;
    expect(clean(picture(said, 'abEI'))).toBe('q BI /W 2 /H 2 /BPC 8 /CS /G ID abEI\nEI Q');
    const packed = deflateSync(Buffer.from(`abcd${MARK}`));
    const copy = clean(picture(`${said} /F [/Fl]`, packed));
    expect(copy).toContain('/F /Fl ID ');
    expect(copy).toContain(deflateSync(Buffer.from('abcd')).toString('latin1'));
    expect(copy).toMatch(/\nEI Q$/);
    expect(clean(picture('/Width 9 /Height 2 /ImageMask true /D [1 -.5]', 'abcd'))).toContain(
      'BI /W 9 /H 2 /IM true /D [1 -.5] ID abcd',
    );
  });

  it.each([
    picture('/W 2 /H 2 /CS /G /BPC 8', `abcd${MARK}`),
    picture(
      '/W 2 /H 2 /CS /G /BPC 8 /F /Fl',
      Buffer.concat([deflateSync('abcd'), Buffer.from(MARK)]),
    ),
    picture('/W 2 /H 2 /CS /G /BPC 8 /F /DCT', 'abcd'),
    picture('/W 2 /H 2 /CS /G /BPC 8 /F /CCF /DP << /K -1 >>', 'abcd'),
    picture('/W 2 /H 2 /CS /Own /BPC 8', 'abcd'),
    picture('/W 99999 /H 99999 /CS /G /BPC 8', 'abcd'),
    picture('/W 2 /H 2 /CS /G /BPC 8 /D [/X 1]', 'abcd'),
    'q BI /W 2 (',
    'BT (open Tj',
  ])('is not copied where it cannot be told from what is hidden: %j', (text) => {
    let refused: unknown;
    try {
      clean(text);
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ code: 'FILE_UNCLEANABLE' });
  });

  it.each([
    ...['[(A)] 0 d', '(A) 9 Tf', '[(A) /B 3] TJ', '[[1] 2] 0 d', '0 0 9 re', 'null Tj'],
    ...['/P1 sc', 'scn', '1 0 true rg', '1e1 0 0 rg', '1 0 /X cm'],
    ...['(A) Show', 'Qq', '[1 2 (A)', '<< /X 1', '[ << /X 1 >> ] 0 d'],
  ])('is not copied where an operator takes what is not meant for it: %s', (text) => {
    expect(() => clean(text)).toThrow(expect.objectContaining({ code: 'FILE_UNCLEANABLE' }));
  });

  it('is the same when it is cleaned again, and is never longer than twice as long', () => {
    const piece = fc.constantFrom(
      ...['q', '1', '-.5', '/F1', 'Tf', '(a)', '(', ')', '<', '<<', '>>', '>', '[', ']', '%', '\n'],
      ...['Tj', 'TJ', 'BDC', 'EMC', 'd', 're', ' ', '\\', '<4', 'scn', '{', 'ID', 'true', '\0'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60, size: 'max' }), (pieces) => {
        const text = pieces.join('');
        try {
          const once = clean(text);
          expect(once.length).toBeLessThanOrEqual(text.length * 2);
          expect(clean(once)).toBe(once);
        } catch (error) {
          expect(error).toMatchObject({ code: 'FILE_UNCLEANABLE' });
        }
      }),
    );
  });
});
