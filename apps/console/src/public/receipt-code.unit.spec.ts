import { describe, expect, it } from '@jest/globals';
import { hashReceiptCode, isReceiptCode, normaliseReceiptCode } from '@minh-bach/kernel';
import { hashOf, inGroups, isComplete, makeReceiptCode, normalise } from './receipt-code.ts';

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
});
