import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Figures } from '@minh-bach/contracts';
import { maskedTogether, publicFigures, shareOf } from './masked.ts';

const maskedColumn = (numbers: readonly number[]) => {
  const { cells, total } = maskedTogether(numbers.map((n) => [n]));
  return { cells: cells.map(([cell]) => cell!), total: total[0] ?? null };
};

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

describe('columns that are parts of one number', () => {
  it('are shown or hidden as one, so that none follows from the others', () => {
    const { cells, total } = maskedTogether([
      [7, 5, 1],
      [7, 7, 0],
      [8, 6, 6],
      [9, 9, 9],
    ]);
    const none = [null, null, null];
    expect(cells).toEqual([none, none, none, [9, 9, 9]]);
    expect(total).toEqual([31, 27, 16]);
    expect(maskedTogether([[9, 9, 2]]).total).toEqual(none);
  });
  it('tell of no column more than it would tell by itself', () => {
    const line = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const { cells, total } = maskedTogether(lines);
        for (const cell of cells) expect(new Set(cell.map((one) => one === null)).size).toBe(1);
        expect(new Set(total.map((one) => one === null)).size).toBe(1);
        const hidden = lines.filter((_, i) => cells[i]![0] === null);
        if (total[0] === null || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        for (const column of [0, 1, 2] as const) {
          const sum = hidden.reduce((n, one) => n + one[column], 0);
          expect(sum).toBeGreaterThanOrEqual(5);
          expect(sum).not.toBe(4 * hidden.length);
        }
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
  it('stay what they were when a unit comes later, whose zero would tell of two others', () => {
    const sums = [...Object.entries({ A: 4, B: 4, C: 9, D: 12 })].map(([id, n]) =>
      sum('settled', id, n),
    );
    const of = (...ids: string[]) =>
      publicFigures([{ units: ids.map(unit), months: ['2025-10'], sums }], '2025-10');
    const before = of('A', 'B', 'C', 'D');
    const { units, ...whole } = of('A', 'B', 'C', 'D', 'E');
    expect({ ...whole, units: units.slice(0, 4) }).toEqual(before);
    expect(before.units.map(({ settled }) => settled)).toEqual([null, null, null, 12]);
    expect(units[4]).toMatchObject({ id: 'E', settled: null, received: null });
  });
  it('do not tell one outcome by the other two and their sum', () => {
    const outcomes = (id: string, ...[upheld, partly, dismissed]: number[]) => [
      sum('settled', id, upheld! + partly! + dismissed!),
      sum('upheld', id, upheld!),
      sum('partly_upheld', id, partly!),
      sum('dismissed', id, dismissed!),
    ];
    const sums = [...outcomes('A', 7, 5, 1), ...outcomes('B', 7, 7, 0), ...outcomes('C', 8, 6, 6)];
    const { units } = publicFigures([{ ...told, sums }], '2025-10');
    expect(units[0]).toMatchObject({
      settled: 13,
      upheld: null,
      partlyUpheld: null,
      dismissed: null,
    });
  });
  it('are worked out once, however often they are asked for', () => {
    const kept = [told];
    expect(publicFigures(kept, '2025-10')).toBe(publicFigures(kept, '2025-10'));
  });
});
