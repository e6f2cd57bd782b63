import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { computeDeadline, computeDeadlineData } from './compute.ts';
import type { DeadlineRequest, DeadlineStep, Explainable } from './deadline.ts';
import { explainDeadline } from './explain.ts';

/** Blocks of three lines: what is explained, in Vietnamese, and in English. */
const golden = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n\n')
    .map((block) => block.split('\n') as [of: string, vi: string, en: string]);

describe('an explanation', () => {
  it.each(golden('explanations.golden.txt'))(
    'of %s is read by people as before',
    (request, vi, en) => {
      const { explanation } = computeDeadline(JSON.parse(request) as DeadlineRequest);
      expect(explanation).toEqual({ vi, en });
    },
  );

  it('names each day that was not counted, as data too', () => {
    const { counted } = computeDeadlineData({ rule: 'KN1.SEND', trigger: '2026-08-28' });
    expect(counted.steps).toContainEqual({
      kind: 'skip',
      days: [
        '2026-08-29',
        '2026-08-30',
        '2026-08-31',
        '2026-09-01',
        '2026-09-02',
        '2026-09-05',
        '2026-09-06',
      ],
    });
  });
});

const KINDS: Readonly<Record<DeadlineStep['kind'], true>> = {
  start: true,
  count: true,
  assume_midnight: true,
  skip: true,
  pause: true,
  extend: true,
  roll: true,
  rest_day: true,
  other_text: true,
  unit_unclear: true,
  draft: true,
  provisional: true,
};

describe('what an event keeps of a deadline', () => {
  const kept = golden('counted.golden.txt');
  const clocks = kept.map(([clock]) => JSON.parse(clock) as Explainable);

  it.each(kept)('is told for ever as it was told then: %s', (clock, vi, en) => {
    expect(explainDeadline(JSON.parse(clock) as Explainable)).toEqual({ vi, en });
  });

  it('is there with every kind of step', () => {
    const kinds = new Set(clocks.flatMap(({ counted }) => counted.steps.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual(Object.keys(KINDS).toSorted());
  });

  it('is told without asking any rule of the pack', () => {
    const [clock] = clocks as [Explainable];
    const gone = {
      ...clock,
      rule: 'GONE',
      name: { vi: 'Tên cũ', en: 'An old name' },
      source: { law: 'Luật cũ', confidence: 'high' },
      counted: { ...clock.counted, value: 3 },
    };
    const { vi, en } = explainDeadline(gone);
    expect(vi).toMatch(/^Tên cũ: 3 ngày làm việc, theo Luật cũ\. Bắt đầu: /);
    expect(en).toMatch(/^An old name: 3 working days, by Luật cũ\. Start: /);
  });

  it('names no day that the calendar does not know, rather than telling it otherwise', () => {
    const [clock] = clocks as [Explainable];
    const { counted } = clock;
    const steps = [{ kind: 'skip', days: ['2026-11-20'] } as const];
    expect(() => explainDeadline({ ...clock, counted: { ...counted, steps } })).toThrow(
      'has no name for 2026-11-20',
    );
  });
});
