import { describe, expect, it } from '@jest/globals';
import type { JurisdictionFactsInput } from './facts.ts';
import { findJurisdiction } from './find.ts';

const old = '2020-07-10';
const now = '2026-07-10';

const level = (facts: Omit<JurisdictionFactsInput, 'date'>) =>
  findJurisdiction({ date: now, ...facts }).level;

describe('a complaint', () => {
  it.each([
    ['chi_cuc', 1, 'chi_cuc'],
    ['chi_cuc', 2, 'cuc'],
    ['chi_cuc', 3, 'court'],
    ['cuc', 1, 'cuc'],
    ['cuc', 2, 'tong_cuc'],
    ['cuc', 3, 'court'],
    ['tong_cuc', 1, 'tong_cuc'],
    ['tong_cuc', 2, 'bo'],
    ['tong_cuc', 3, 'court'],
  ] as const)('against the head of a %s, instance %d, goes to %s', (of, instance, to) => {
    expect(level({ kind: 'complaint', instance, target: { level: of, post: 'head' } })).toBe(to);
  });

  it.each(['head', 'deputy', 'officer', 'body'] as const)(
    'goes first to the maker of the decision, also when it is of a %s',
    (post) => {
      const found = findJurisdiction({
        date: now,
        kind: 'complaint',
        target: { level: 'chi_cuc', post },
      });
      expect(found.level).toBe('chi_cuc');
      expect(found.conflicts.map(({ id }) => id)).toEqual(['COI2']);
    },
  );

  it('against discipline goes to the body that issued it, then one up (Luật KN Đ.51)', () => {
    const found = findJurisdiction({
      date: now,
      kind: 'complaint',
      instance: 2,
      matter: 'discipline',
      target: { level: 'cuc' },
    });
    expect(found).toMatchObject({ level: 'tong_cuc', source: 'Luật KN Đ.51' });
  });

  it('against the laboratories stayed in their own line (QĐ 4195)', () => {
    const found = findJurisdiction({
      date: old,
      kind: 'complaint',
      instance: 2,
      matter: 'kiem_dinh',
      target: { level: 'chi_cuc' },
    });
    expect(found).toMatchObject({
      title: 'Cục trưởng Cục Kiểm định hải quan',
      source: 'QĐ 4195/QĐ-TCHQ',
    });
  });
});

describe('a denunciation', () => {
  it.each([
    ['chi_cuc', 'officer', 'cuc'],
    ['chi_cuc', 'head', 'cuc'],
    ['chi_cuc', 'deputy', 'cuc'],
    ['chi_cuc', 'body', 'cuc'],
    ['cuc', 'officer', 'cuc'],
    ['cuc', 'head', 'tong_cuc'],
    ['cuc', 'deputy', 'tong_cuc'],
    ['cuc', 'body', 'tong_cuc'],
    ['tong_cuc', 'officer', 'tong_cuc'],
    ['tong_cuc', 'head', 'bo'],
    ['tong_cuc', 'deputy', 'bo'],
    ['tong_cuc', 'body', 'bo'],
  ] as const)('against the %s’s %s goes to %s', (of, post, to) => {
    expect(level({ kind: 'denunciation', target: { level: of, post } })).toBe(to);
  });

  it('followed up goes above who resolved it (Luật TC Đ.37), never to court', () => {
    const target = { level: 'chi_cuc', post: 'officer' } as const;
    expect(level({ kind: 'denunciation', instance: 2, target })).toBe('tong_cuc');
    expect(level({ kind: 'denunciation', instance: 3, target })).toBe('bo');
  });

  it.each([
    ['a head who moved at the same rank', 'head', 'cuc', 'head', 'equal', 'cuc'],
    ['an officer who is a head now', 'officer', 'cuc', 'deputy', 'higher', 'tong_cuc'],
    ['one who moved to a higher post', 'officer', 'tong_cuc', 'officer', 'higher', 'tong_cuc'],
    ['one who moved at the same rank', 'officer', 'tong_cuc', 'officer', 'equal', 'cuc'],
  ] as const)('against %s follows Luật TC Đ.12 k.3', (_, post, at, as, rank, to) => {
    const found = findJurisdiction({
      date: now,
      kind: 'denunciation',
      target: { level: 'chi_cuc', post },
      present: { status: 'moved', level: at, post: as, rank },
    });
    expect(found).toMatchObject({ level: to, rule: 'TC.MOVED', source: 'Luật TC Đ.12 k.3-5' });
  });

  it('against one who left service stays with the unit of the act', () => {
    const target = { level: 'cuc', post: 'head' } as const;
    const found = level({ kind: 'denunciation', target, present: { status: 'left' } });
    expect(found).toBe('cuc');
  });

  it('follows the accused out of a merged unit, and a dissolved unit up (Đ.12 k.4-5)', () => {
    const target = { level: 'chi_cuc', post: 'officer' } as const;
    const present = { status: 'moved', level: 'tong_cuc', post: 'officer', rank: 'equal' } as const;
    const ask = { kind: 'denunciation', target, present } as const;
    expect(level({ ...ask, unitSince: 'merged' })).toBe('tong_cuc');
    expect(level({ ...ask, unitSince: 'dissolved' })).toBe('cuc');
  });
});

describe('other matters', () => {
  it.each([
    ['tip', 'chi_cuc', 'officer', 'cuc'],
    ['tip', 'cuc', 'officer', 'cuc'],
    ['tip', 'cuc', 'head', 'tong_cuc'],
    ['tip', 'tong_cuc', 'officer', 'tong_cuc'],
    ['petition', 'tong_cuc', 'body', 'tong_cuc'],
    ['petition', 'chi_cuc', 'body', 'chi_cuc'],
    ['feedback', 'chi_cuc', 'officer', 'chi_cuc'],
    ['feedback', 'chi_cuc', 'head', 'cuc'],
    ['feedback', 'tong_cuc', 'head', 'bo'],
  ] as const)('%s about the %s’s %s goes to %s', (kind, of, post, to) => {
    expect(level({ kind, target: { level: of, post } })).toBe(to);
  });

  it('shows the route of a tip about a head as policy', () => {
    const found = findJurisdiction({
      date: now,
      kind: 'tip',
      target: { level: 'cuc', post: 'head' },
    });
    expect(found).toMatchObject({ basis: 'policy', confirmed: false });
    expect(found.conflicts.map(({ id }) => id)).toEqual(['COI5']);
  });
});

describe('the title', () => {
  it.each([
    ['chi_cuc', 'Chi cục trưởng Chi cục Hải quan', 'Trưởng Hải quan cửa khẩu/ngoài cửa khẩu'],
    ['cuc', 'Cục trưởng Cục Hải quan tỉnh, thành phố', 'Chi cục trưởng Chi cục Hải quan khu vực'],
    ['tong_cuc', 'Tổng cục trưởng Tổng cục Hải quan', 'Cục trưởng Cục Hải quan'],
  ] as const)('of the %s changed on 1 March 2025, the level did not', (of, before, since) => {
    const ask = (date: string) =>
      findJurisdiction({ date, kind: 'complaint', instance: 1, target: { level: of } });
    expect(ask('2025-02-28')).toMatchObject({ level: of, title: before });
    expect(ask('2025-03-01')).toMatchObject({ level: of, title: since });
  });

  it('names the competent unit of that date', () => {
    const ask = (date: string, unit: string) =>
      findJurisdiction({
        date,
        kind: 'denunciation',
        target: { level: 'chi_cuc', post: 'head', unit },
      }).unit;
    expect(ask(old, 'CC-03-04')).toEqual({ id: 'CHQ-03', name: 'Cục Hải quan Hải Phòng' });
    expect(ask(now, 'HQ-SM')).toEqual({
      id: 'KV-MH',
      name: 'Chi cục Hải quan khu vực Minh Họa (hư cấu)',
    });
    expect(() => ask(now, 'CC-03-04')).toThrow('unit.unknown');
  });
});
