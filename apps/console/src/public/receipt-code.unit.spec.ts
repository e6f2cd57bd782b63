import { describe, expect, it } from '@jest/globals';
import { hashReceiptCode, isReceiptCode, normaliseReceiptCode } from '@minh-bach/kernel';
import {
  faultOf,
  hashOf,
  inGroups,
  isComplete,
  makeReceiptCode,
  normalise,
} from './receipt-code.ts';

describe('a receipt code made in the browser', () => {
  it('is one that the kernel knows, and hashes to the same', async () => {
    for (let i = 0; i < 200; i += 1) {
      const code = makeReceiptCode();
      expect(isReceiptCode(code)).toBe(true);
      expect(await hashOf(code)).toBe(hashReceiptCode(code));
    }
  });

  it('is drawn from all 31 letters alike', () => {
    const seen = new Map<string, number>();
    for (let i = 0; i < 2000; i += 1)
      for (const letter of makeReceiptCode()) seen.set(letter, (seen.get(letter) ?? 0) + 1);
    expect(seen.size).toBe(31);
    // 56,000 letters, 1,806 of each; seven standard deviations are 293.
    for (const count of seen.values()) expect(Math.abs(count - 1806)).toBeLessThan(293);
  });

  it('is read as people type it from paper', () => {
    const code = makeReceiptCode();
    const typed = ` ${inGroups(code.toLowerCase()).join(' - ')} `;
    expect(normalise(typed)).toBe(code);
    expect(normalise(typed)).toBe(normaliseReceiptCode(typed));
    expect(isComplete(typed)).toBe(true);
    expect(isComplete(code.slice(1))).toBe(false);
    expect(isComplete(`0${code.slice(1)}`)).toBe(false);
  });

  it('is read as it comes from messages and other keyboards', () => {
    const code = makeReceiptCode();
    const grouped = inGroups(code);
    const wide = code.replace(/[!-~]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
    );
    for (const typed of [
      `Mã tra cứu: ${grouped.join('-')}`,
      grouped.join(' – '),
      `${grouped.join('.')}.`,
      grouped.join('\u200b'),
      grouped.join('\n'),
      wide,
    ])
      expect([typed, normalise(typed)]).toEqual([typed, code]);
  });

  it('is told apart from a number, and from what no code has', () => {
    expect(faultOf(makeReceiptCode())).toBeUndefined();
    expect(faultOf(' - ')).toEqual({ is: 'empty' });
    expect(faultOf('D26-48301725-4')).toEqual({ is: 'number' });
    expect(faultOf('v26 10203040 9')).toEqual({ is: 'number' });
    expect(faultOf('ABCO')).toEqual({ is: 'look-alike' });
    // Decomposed, as some keyboards type it.
    expect(faultOf('AY\u0301')).toEqual({ is: 'letter', letter: 'Ý' });
    expect(faultOf('ABC')).toEqual({ is: 'short', typed: 3, by: 25 });
    expect(faultOf('A'.repeat(29))).toEqual({ is: 'long', typed: 29, by: 1 });
  });
});
