import { DomainError } from '@minh-bach/kernel';
import { parseMoment, formatDay } from '../days.ts';
import { deadlineRules } from '../pack/pack.ts';
import type { DeadlineRule } from '../pack/schema.ts';

export interface RuleDates {
  /** ISO date or instant when the petition was received. */
  readonly receivedOn: string;
  /** The event that starts the period, where that is another day. */
  readonly eventOn?: string;
}

const families = new Map<string, DeadlineRule[]>();
for (const rule of deadlineRules.values()) {
  const versions = families.get(rule.family);
  if (versions === undefined) families.set(rule.family, [rule]);
  else versions.push(rule);
}

/** Every name under which a deadline can be asked for: of rules and of their families. */
export const deadlineRuleIds: readonly string[] = [
  ...new Set([...deadlineRules.keys(), ...families.keys()]),
].sort();

/**
 * The version of a rule that is in force, by receipt or by event as the rule itself says (the new
 * texts of 1 July 2026 apply to some steps of older matters: NĐ 155/2026 Đ.22).
 *
 * @throws `rule.unknown`, `rule.not_in_force`
 */
export function ruleFor(family: string, dates: RuleDates): string {
  return ruleInForce(family, dates).id;
}

/** Whether a rule, by its own id, was in force for a petition received on this date. */
export function isInForce(rule: string, receivedOn: string): boolean {
  const known = deadlineRules.get(rule);
  if (known === undefined) throw new DomainError('rule.unknown', { rule });
  return covers(known, decidingDate(known, { receivedOn }));
}

/** A rule by its own id or its family's; by its own id it must be the one in force. */
export function ruleInForce(name: string, dates: RuleDates): DeadlineRule {
  const asked = deadlineRules.get(name);
  const versions = families.get(asked?.family ?? name);
  if (versions === undefined) throw new DomainError('rule.unknown', { rule: name });
  const inForce = versions.find((rule) => covers(rule, decidingDate(rule, dates)));
  if (inForce !== undefined && (asked === undefined || asked === inForce)) return inForce;

  const refused = asked ?? versions[0];
  throw new DomainError('rule.not_in_force', {
    rule: name,
    date: refused === undefined ? dates.receivedOn : decidingDate(refused, dates),
    from: refused?.from ?? null,
    to: refused?.to ?? null,
    inForce: inForce?.id ?? null,
  });
}

function decidingDate(rule: DeadlineRule, { receivedOn, eventOn }: RuleDates): string {
  const date = rule.selectedBy === 'event_date' ? (eventOn ?? receivedOn) : receivedOn;
  return date.includes('T') ? formatDay(parseMoment(date).day) : date;
}

const covers = (rule: DeadlineRule, date: string): boolean =>
  (rule.from === null || rule.from <= date) && (rule.to === null || date <= rule.to);
