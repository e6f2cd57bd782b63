import type { AuthorityLevel } from '../pack/schema.ts';
import type { JurisdictionFacts } from './facts.ts';

type CustomsLevel = JurisdictionFacts['target']['level'];

/** A level, and the rule of `jurisdiction.json` that leads there. */
export interface Authority {
  readonly level: AuthorityLevel;
  readonly rule: string;
}

const SUPERIOR = { chi_cuc: 'cuc', cuc: 'tong_cuc', tong_cuc: 'bo', bo: 'bo' } as const;

const above = (level: Exclude<AuthorityLevel, 'court'>) => SUPERIOR[level];

/**
 * Who resolves denunciations within a unit. Luật TC Đ.13 k.5 gives no power over personnel to the
 * head of a Chi cục: its officers answer to the Cục, unless that power has been delegated.
 */
const within = (level: CustomsLevel) => (level === 'chi_cuc' ? 'cuc' : level);

const isHead = (post: string): boolean => post === 'head' || post === 'deputy';

export function authorityOf(facts: JurisdictionFacts): Authority {
  const { level, post } = facts.target;
  switch (facts.kind) {
    case 'complaint':
      return complaint(facts);
    case 'denunciation':
      return denunciation(facts);
    case 'tip':
      return post === 'head'
        ? { level: above(level), rule: 'TIP.HEAD' }
        : { level: within(level), rule: 'TIP' };
    case 'petition':
      return { level, rule: 'PETITION' };
    case 'feedback':
      return { level: post === 'head' ? above(level) : level, rule: 'FEEDBACK' };
  }
}

const COMPLAINT_RULES = {
  chi_cuc: 'KN.CHI_CUC',
  cuc: 'KN.CUC',
  tong_cuc: 'KN.TONG_CUC',
} as const;

/** First to the very maker of the decision, then one level up, then to court (Luật KN Đ.7). */
function complaint({ instance, target: { level }, matter }: JurisdictionFacts): Authority {
  if (instance === 3) return { level: 'court', rule: 'KN.COURT' };
  const rule = {
    administrative: COMPLAINT_RULES[level],
    discipline: 'KN.KY_LUAT',
    kiem_dinh: 'KN.KIEM_DINH',
  }[matter];
  return { level: instance === 1 ? level : above(level), rule };
}

const DENUNCIATION_RULES = {
  chi_cuc: 'TC.CHI_CUC',
  cuc: 'TC.CUC',
  tong_cuc: 'TC.TONG_CUC',
} as const;

/** Up from a head, a deputy or the body; a follow-up goes above who resolved it (Luật TC Đ.37). */
function denunciation(facts: JurisdictionFacts): Authority {
  const first = firstDenunciation(facts);
  if (facts.instance === 1) return first;
  const second = above(first.level);
  return { level: facts.instance === 2 ? second : above(second), rule: 'TC.FOLLOWUP' };
}

function firstDenunciation({ target, present, unitSince }: JurisdictionFacts) {
  const moved = { rule: 'TC.MOVED' };
  if (unitSince === 'dissolved') return { ...moved, level: above(target.level) };
  if (present?.status === 'left') return { ...moved, level: within(target.level) };
  if (present?.status === 'moved')
    return { ...moved, level: afterMove(target, present, unitSince) };
  if (target.post === 'officer') return { level: within(target.level), rule: 'TC.OFFICER' };
  return { level: above(target.level), rule: DENUNCIATION_RULES[target.level] };
}

/** Luật TC Đ.12 k.3-4. */
function afterMove(
  then: JurisdictionFacts['target'],
  now: Extract<JurisdictionFacts['present'], { status: 'moved' }>,
  unitSince: JurisdictionFacts['unitSince'],
) {
  if (isHead(then.post) && now.rank === 'equal' && unitSince === undefined) {
    return above(then.level);
  }
  if (isHead(now.post)) return above(now.level);
  return now.rank === 'higher' || unitSince === 'merged' ? within(now.level) : within(then.level);
}
