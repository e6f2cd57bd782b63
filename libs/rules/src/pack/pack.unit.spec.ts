import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { loadPart } from './load.ts';
import type { PackPart } from './load.ts';
import { calendarPart, deadlinePart, organisationPart, triagePart } from './pack.ts';
import { procedurePart } from './procedure.ts';

const textOf = ({ file }: { file: string }) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Where a text first stands, as an editor counts. */
const lineOf = (text: string, found: string) =>
  text.slice(0, text.indexOf(found)).split('\n').length;

function problems<T>(part: PackPart<T>, change: (text: string) => string): readonly string[] {
  try {
    loadPart(part, change(textOf(part)));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'pack.invalid') {
      return error.details.problems as string[];
    }
    throw error;
  }
  return [];
}

const rule = (id: string, text: string) => text.indexOf(`"id": "${id}"`);
/** Changes the first `from` after the rule of that id. */
const within = (id: string, from: string, to: string) => (text: string) =>
  text.slice(0, rule(id, text)) + text.slice(rule(id, text)).replace(from, to);

describe('loading the pack', () => {
  it.each([deadlinePart, calendarPart, triagePart, organisationPart, procedurePart])(
    'takes $file',
    (part) => {
      expect(problems<unknown>(part as PackPart<unknown>, (text) => text)).toEqual([]);
    },
  );

  it('refuses an unknown unit and names the line', () => {
    const [problem, ...others] = problems(
      deadlinePart,
      within('KN1.SEND', '"unit": "working_day"', '"unit": "fortnight"'),
    );
    const broken = within('KN1.SEND', '"unit": "working_day"', '"unit": "fortnight"');
    const line = lineOf(broken(textOf(deadlinePart)), '"fortnight"');
    expect(problem).toMatch(new RegExp(`^deadlines\\.json:${line}: `));
    expect(others).toEqual([]);
  });

  it.each([
    ['a gap', '"from": "2026-07-02"', 'leaves a gap after KN1.ACCEPT.OLD'],
    ['an overlap', '"from": "2026-06-30"', 'overlaps KN1.ACCEPT.OLD'],
  ])('refuses %s between versions and names the line', (_, from, message) => {
    const change = within('KN1.ACCEPT.NEW', '"from": "2026-07-01"', from);
    const [problem] = problems(deadlinePart, change);
    expect(problem).toContain(message);
    expect(problem).toMatch(
      new RegExp(`^deadlines\\.json:${lineOf(change(textOf(deadlinePart)), from)}: `),
    );
  });

  it.each([
    ['a rule that is there twice', '"id": "KN2.SEND"', '"id": "KN1.SEND"', 'is there twice'],
    ['an unknown event', '"trigger": "SecondDecisionIssued"', '"trigger": "Xyz"', 'unknown event'],
    ['an unknown source', '"PD-KN"', '"PD-XX"', 'unknown source'],
    ['a value without its source', '"law": ', '"lawless": ', 'law'],
  ])('refuses %s', (_, from, to, message) => {
    expect(problems(deadlinePart, within('KN2.SEND', from, to)).join()).toContain(message);
  });

  it.each([
    ['a wrong weekday', '"weekday": "Mon"', '"weekday": "Tue"', 'is a Mon'],
    ['half a swap', '"pairedWith": "2024-05-04"', '"pairedWith": "2024-05-05"', 'other half'],
    ['a day out of order', '"date": "2024-02-09"', '"date": "2024-02-08"', 'is not after'],
    ['an unknown status', '"status": "memory"', '"status": "rumour"', 'status'],
  ])('refuses a calendar with %s', (_, from, to, message) => {
    const found = problems(calendarPart, (text) => text.replace(from, to));
    expect(found.join()).toMatch(/^calendar\.json:\d+: /);
    expect(found.join('\n')).toContain(message === 'status' ? 'Invalid option' : message);
  });

  it('takes further news of a day, and the same entry twice not', () => {
    const twice = (news: object) => (text: string) => {
      const calendar = JSON.parse(text) as { days: { date: string }[] };
      const at = calendar.days.findIndex(({ date }) => date === '2027-02-04');
      calendar.days.splice(at + 1, 0, { ...calendar.days[at]!, ...news });
      return JSON.stringify(calendar);
    };
    expect(problems(calendarPart, twice({ knownFrom: '2026-12-20' }))).toEqual([]);
    expect(problems(calendarPart, twice({})).join()).toContain('is not after 2027-02-04');
  });

  it('refuses a unit that hangs on the wrong level, and a triage outcome without a name', () => {
    const moved = problems(
      organisationPart,
      within('KV-III', '"parent": "CHQ"', '"parent": "BTC"'),
    );
    expect(moved.join()).toMatch(/^organisation\.json:\d+: KV-III: is not a level up/);
    const unnamed = problems(triagePart, (text) => text.replace('["split"]', '["divide"]'));
    expect(unnamed.join()).toMatch(/^triage\.json:\d+: 30: unknown outcome divide/);
  });
});
