import { DomainError } from '@minh-bach/kernel';
import { lineOf } from '../organisation/organisation.ts';
import { jurisdictionPack } from '../pack/pack.ts';
import { packVersion } from '../pack/version.ts';
import type { AuthorityLevel, ConflictRule, Title } from '../pack/schema.ts';
import { authorityOf } from './authority.ts';
import { routingRules } from './conflicts.ts';
import { readJurisdictionFacts } from './facts.ts';
import type { JurisdictionFacts, JurisdictionFactsInput } from './facts.ts';

export interface Jurisdiction {
  readonly level: AuthorityLevel;
  /** Who decides, in the Vietnamese words of that date. */
  readonly title: string;
  readonly titleEn: string;
  readonly source: string;
  /** Of `jurisdiction.json`. */
  readonly rule: string;
  readonly confirmed: boolean | 'partly';
  /** Law, or the product's own policy. */
  readonly basis: 'hard' | 'policy';
  readonly note: string | null;
  /** The conflict rules that shaped the route. */
  readonly conflicts: readonly ConflictRule[];
  /** The competent unit, when the facts name the unit concerned. */
  readonly unit?: { readonly id: string; readonly name: string };
  readonly packVersion: string;
}

const rules = new Map(jurisdictionPack.rules.map((rule) => [rule.id, rule]));

/**
 * Who is competent. First complaints go to the maker of the decision, denunciations of heads go up.
 *
 * @throws `facts.invalid`, `unit.unknown`
 */
export function findJurisdiction(input: JurisdictionFactsInput): Jurisdiction {
  const facts = readJurisdictionFacts(input);
  const { level, rule: id } = authorityOf(facts);
  const rule = rules.get(id);
  if (rule === undefined) throw new DomainError('pack.invalid', { problems: [id] });
  const unit = competentUnit(facts, level);

  return {
    level,
    ...titles(facts, level),
    source: rule.law,
    rule: id,
    confirmed: rule.confirmed,
    basis: rule.level,
    note: rule.note,
    conflicts: routingRules(facts),
    ...(unit && { unit: { id: unit.id, name: unit.name.vi } }),
    packVersion,
  };
}

/** What the head of a level is called on a date. */
export function titleOf(level: AuthorityLevel, date: string): Title {
  const title = jurisdictionPack.titles.find(
    (each) =>
      each.level === level && (each.from ?? '') <= date && date <= (each.to ?? '9999-12-31'),
  );
  if (title === undefined) throw new DomainError('pack.invalid', { problems: [level] });
  return title;
}

function titles({ kind, date, matter }: JurisdictionFacts, level: AuthorityLevel) {
  const { vi, en, unit } = titleOf(level, date);
  if (kind === 'tip' && level !== 'bo') {
    return {
      title: `Đội giám sát, kiểm tra đột xuất (Đội đặc nhiệm), ${unit}`,
      titleEn: `Surprise-inspection task force, under the ${en}`,
    };
  }
  if (matter === 'kiem_dinh' && date < '2025-03-01') {
    if (level === 'chi_cuc') return { title: 'Chi cục trưởng Chi cục Kiểm định', titleEn: en };
    if (level === 'cuc') return { title: 'Cục trưởng Cục Kiểm định hải quan', titleEn: en };
  }
  return { title: vi, titleEn: en };
}

const competentUnit = ({ target, date }: JurisdictionFacts, level: AuthorityLevel) =>
  target.unit === undefined
    ? undefined
    : lineOf(target.unit, date).find((unit) => unit.level === level);
