import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '../../api/types.ts';
import { endingsIn, furthestOf, limitsAfter, statesAfter } from './stood.ts';

const both = (text: string) => ({ vi: text, en: text });

const entry = (at: number, over: Partial<HistoryEntry>): HistoryEntry => ({
  position: `1-${at}`,
  service: 'triage',
  stream: 'triage.petition-1',
  revision: at,
  eventId: String(at),
  type: 'Something',
  occurredAt: `2026-11-20T08:0${at}:00.000Z`,
  recordedAt: `2026-11-20T08:0${at}:00.000Z`,
  actor: { person: 'giang', role: 'classifier', unit: 'HQ-SM' },
  summary: both('x'),
  changes: [],
  rules: [],
  ...over,
});

const rule = (id: string, due: string) => ({
  rule: id,
  name: both(id),
  law: 'x',
  legal: true,
  due,
  explanation: both('x'),
});

describe('how a matter stood', () => {
  it('is the last state of each service, and since when', () => {
    const entries = [
      entry(1, { service: 'intake', state: both('received') }),
      entry(2, { state: both('taken') }),
      entry(3, { state: both('taken') }),
      entry(4, {}),
    ];
    expect(statesAfter(entries)).toEqual([
      { service: 'intake', state: both('received'), since: entries[0]!.recordedAt },
      { service: 'triage', state: both('taken'), since: entries[1]!.recordedAt },
    ]);
    expect(statesAfter([])).toEqual([]);
  });

  it('is led by the part that had it last, by intake’s newer word where no later part is seen', () => {
    const leads = (...entries: HistoryEntry[]) => furthestOf(statesAfter(entries))?.state.vi;
    const received = entry(1, { service: 'intake', state: both('received') });
    const taken = entry(2, { state: both('taken') });
    const told = entry(4, { service: 'intake', state: both('under verification') });
    const assigned = entry(3, { service: 'investigation', state: both('assigned') });
    expect(leads()).toBeUndefined();
    expect(leads(received)).toBe('received');
    expect(leads(received, taken)).toBe('taken');
    expect(leads(received, taken, told)).toBe('under verification');
    expect(leads(received, taken, assigned, told)).toBe('assigned');
  });

  it('has the limits that were started and not ended, nearest first', () => {
    const [late, soon] = [rule('LATE', '2026-12-30'), rule('SOON', '2026-12-01')];
    const started = entry(1, { rules: [late, soon, { ...late, rule: 'BASIS' }].slice(0, 2) });
    const breached = entry(2, { type: 'DeadlineBreached', rules: [soon] });
    const met = entry(3, { rules: [soon] });
    const named = (entries: HistoryEntry[]) =>
      limitsAfter(entries).map((limit) => [limit.rule, limit.breached]);
    expect(named([started])).toEqual([
      ['SOON', false],
      ['LATE', false],
    ]);
    expect(named([started, breached])).toEqual([
      ['SOON', true],
      ['LATE', false],
    ]);
    expect(named([started, breached, met])).toEqual([['LATE', false]]);
    expect([...endingsIn([started, breached, met])]).toEqual([[met.eventId, ['SOON']]]);
  });

  it('keeps apart the clocks that two services run by the same rule', () => {
    const same = [rule('XLD.HARD_45', '2026-12-30')];
    const elsewhere = entry(2, { service: 'response', stream: 'response.case-1', rules: same });
    expect(limitsAfter([entry(1, { rules: same }), elsewhere])).toHaveLength(2);
  });
});
