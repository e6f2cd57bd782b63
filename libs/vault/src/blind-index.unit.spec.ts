import { describe, expect, it } from '@jest/globals';
import { normalForm } from './blind-index.ts';
import type { IndexPurpose } from './vault.ts';

describe('the normal form of a blind index', () => {
  it.each<[IndexPurpose, string, string]>([
    ['name', '  ĐẶNG   thị\tMây ', 'dang thi may'],
    ['name', 'Đặng Thị Mây'.normalize('NFD'), 'dang thi may'],
    ['name', 'Công ty TNHH A&B', 'cong ty tnhh a b'],
    ['name', 'CÔNG TY TNHH "A & B"', 'cong ty tnhh a b'],
    ['name', 'Nguyễn V\u00adăn \u2060Ân', 'nguyen van an'],
    ['name', 'Ｎguyễn Văn Ân', 'nguyen van an'],
    ['phone', '０９１２ 345 678', '0912345678'],
    ['phone', '0912 345 678', '0912345678'],
    ['phone', '+84 912.345.678', '0912345678'],
    ['phone', '84912345678', '0912345678'],
    ['phone', '0084912345678', '0912345678'],
    ['phone', '+84 (0)912 345 678', '0912345678'],
    ['phone', '+84 24 3944 0833', '02439440833'],
    ['phone', '0843345678', '0843345678'],
    ['identity-number', '001 090 012 345', '001090012345'],
    ['tax-number', '0100109106-001', '0100109106001'],
  ])('%s: %s is %s', (purpose, text, normal) => {
    expect(normalForm[purpose](text)).toBe(normal);
  });
});
