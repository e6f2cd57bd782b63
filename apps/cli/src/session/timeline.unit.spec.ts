import { describe, expect, it } from '@jest/globals';
import { ROLES, type HistoryEntry } from '@minh-bach/contracts';
import { timeline } from './timeline.ts';

const entry = (over: Partial<HistoryEntry>): HistoryEntry => ({
  position: '1:1',
  service: 'triage',
  stream: 'triage.petition-1',
  revision: 0,
  eventId: 'e1',
  type: 'PetitionTaken',
  occurredAt: '2026-11-20T01:14:00.000Z',
  recordedAt: '2026-11-20T01:14:00.000Z',
  actor: { person: 'system:triage', role: 'system', unit: 'system' },
  summary: { vi: 'Chuyển đến bộ phận xử lý đơn.', en: 'It went to triage.' },
  changes: [],
  rules: [],
  ...over,
});

const shown = (over: Partial<HistoryEntry>, language: 'vi' | 'en' = 'vi') =>
  timeline({ entries: [entry(over)], pending: [], withheld: [] }, language);

describe('a history in a terminal', () => {
  it('names the part of the system that acted in plain words', () => {
    expect(shown({})).toContain('  Hệ thống (phân loại)');
    expect(shown({}, 'en')).toContain('  The system (triage)');
    const other = { person: 'system:clockwork', role: 'system', unit: 'system' };
    expect(shown({ actor: other })).toMatch(/^ {2}Hệ thống$/m);
    expect(shown({ actor: { person: 'public', role: 'public', unit: 'public' } })).not.toMatch(
      /public|Hệ thống/,
    );
  });

  it('names who acted, in what role and for which unit', () => {
    const actor = { person: 'lan', name: 'Lan', role: 'head', unit: 'HQ-SM' };
    expect(shown({ actor })).toContain('  Lan, thủ trưởng đơn vị, HQ-SM');
    expect(shown({ actor }, 'en')).toContain('  Lan, head of unit, HQ-SM');
    const roles = ROLES.map((role) => shown({ actor: { ...actor, role } }, 'en'));
    expect(new Set(roles).size).toBe(ROLES.length);
    for (const [at, text] of roles.entries())
      if (!['clerk'].includes(ROLES[at] ?? '')) expect(text).not.toContain(`, ${ROLES[at]},`);
  });

  it('T21: has no control character of a name, a summary or a deputy', () => {
    const named = 'Lan\u001b]0;x\u0007\u202e';
    const actor = { person: 'lan', name: named, role: 'head', unit: named };
    const deputised = { ...actor, deputyFor: 'ha', deputyForName: named };
    for (const told of [shown({ actor: deputised }), shown({ summary: { vi: named, en: named } })])
      expect(told).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  it('names the versions of the rules and of the calendar by which a day was counted', () => {
    const explanation = { vi: '7 ngày', en: '7 days' };
    const rule = { rule: 'KN1.SEND', law: 'Luật', legal: true, due: '2026-11-27', explanation };
    const told = shown({ rules: [{ ...rule, version: '2026-11-22', calendar: '2025-10-16' }] });
    expect(told).toContain(
      '§ KN1.SEND · Luật · bộ quy tắc 2026-11-22 · lịch 2025-10-16 (hạn 27/11/2026): 7 ngày',
    );
  });

  it('says a day without an hour as a day, and an hour where there is one', () => {
    expect(shown({ occurredAt: '2026-11-17T17:00:00.000Z' })).toContain('(xảy ra 18/11/2026)');
    expect(shown({ occurredAt: '2026-11-18T02:30:00.000Z' })).toContain(
      '(xảy ra 18/11/2026 09:30)',
    );
  });
});
