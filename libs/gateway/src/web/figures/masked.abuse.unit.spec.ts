import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Figures } from '@minh-bach/contracts';
import { maskedColumn, publicFigures, shareOf } from './masked.ts';

describe('numbers of a column', () => {
  it('below five are hidden, zero as well', () => {
    expect(maskedColumn([0, 4, 3, 9, 12])).toEqual({ cells: [null, null, null, 9, 12], total: 28 });
  });
  it('are not told by the total: one alone takes another one with it', () => {
    expect(maskedColumn([3, 9, 12])).toEqual({ cells: [null, null, 12], total: 24 });
    expect(maskedColumn([4, 4, 9, 12])).toEqual({ cells: [null, null, null, 12], total: 29 });
    expect(maskedColumn([0, 0, 9, 12])).toEqual({ cells: [null, null, null, 12], total: 21 });
    expect(maskedColumn([1, 1])).toEqual({ cells: [null, null], total: null });
    expect(maskedColumn([4, 4])).toEqual({ cells: [null, null], total: null });
    expect(maskedColumn([3, 9])).toEqual({ cells: [null, null], total: 12 });
    expect(maskedColumn([7])).toEqual({ cells: [7], total: 7 });
    expect(maskedColumn([])).toEqual({ cells: [], total: null });
  });
  it('that are hidden stay open, whatever stands beside them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), (numbers) => {
        const { cells, total } = maskedColumn(numbers);
        cells.forEach((cell, i) => expect(cell === null || cell === numbers[i]!).toBe(true));
        expect(cells.every((cell) => cell === null || cell >= 5)).toBe(true);
        const hidden = numbers.filter((_, i) => cells[i] === null);
        if (total === null || hidden.length === 0) return;
        const sum = hidden.reduce((a, b) => a + b, 0);
        // What a reader subtracts is the sum of several, and says of none what it is.
        expect(hidden.length).toBeGreaterThan(1);
        expect(sum).toBeGreaterThanOrEqual(5);
        expect(sum).not.toBe(4 * hidden.length);
      }),
    );
  });
});

describe('a share', () => {
  it('does not tell a small part', () => {
    expect(shareOf(19, 19)).toBeNull();
    for (const late of [0, 1, 4])
      expect(shareOf(100 - late, 100)).toEqual({ percent: 96, is: 'at_least' });
    for (const part of [0, 4]) expect(shareOf(part, 100)).toEqual({ percent: 4, is: 'at_most' });
    expect(shareOf(90, 100)).toEqual({ percent: 90, is: 'exactly' });
  });
});

describe('the figures of a month', () => {
  const unit = (id: string) => ({ id, name: { vi: id, en: id } });
  const sum = (what: Figures['sums'][number]['what'], of: string, n: number, value = 0) => ({
    ...{ what, unit: of, n, value, month: '2025-10' },
  });
  const told: Figures = {
    units: [unit('B'), unit('A'), unit('C')],
    months: ['2025-10', '2025-09', '2025-08'],
    sums: [
      ...[sum('received', 'A', 8), sum('received', 'B', 9), sum('received', 'C', 11)],
      ...[
        sum('days', 'A', 4, 3),
        sum('days', 'A', 2, 40),
        { ...sum('late', 'A', 9), month: '2025-09' },
      ],
      ...[sum('settled', 'A', 6), sum('settled', 'B', 3), sum('settled', 'C', 12)],
    ],
  };
  it('have a line for each unit there is, whether anything is told of it', () => {
    const { total, units, closedOn, months } = publicFigures([told], '2025-10');
    expect(units.map(({ id, received, settled }) => [id, received, settled])).toEqual([
      ['A', 8, null],
      ['B', 9, null],
      ['C', 11, 12],
    ]);
    expect(total).toMatchObject({ received: 28, settled: 21, late: null, medianDays: 3 });
    // Nothing else is told of what is hidden.
    expect(units[0]).toMatchObject({ medianDays: null, inTime: null });
    expect([closedOn, months]).toEqual(['2025-10-31', ['2025-10', '2025-09']]);
  });
});
