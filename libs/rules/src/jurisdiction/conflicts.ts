import { jurisdictionPack } from '../pack/pack.ts';
import type { ConflictRule } from '../pack/schema.ts';
import type { JurisdictionFacts } from './facts.ts';

/** How a person who is to resolve or verify stands to the one the matter is about. */
export interface Involvement {
  readonly role: 'resolver' | 'verifier';
  readonly kind: JurisdictionFacts['kind'] | 'rating';
  readonly instance?: 1 | 2 | 3;
  /** Spouse, parent, adoptive parent, in-law, child, child-in-law or sibling. */
  readonly isRelative?: boolean;
  /** The same, of the sender. */
  readonly isRelativeOfSender?: boolean;
  readonly hasDirectInterest?: boolean;
  readonly isSubject?: boolean;
  readonly isSubordinate?: boolean;
  /** The matter is about the head or deputy head of the person's own unit. */
  readonly isOfOwnHead?: boolean;
  /** Resolved the first complaint. */
  readonly resolvedFirst?: boolean;
}

const isClose = ({ isRelative = false, hasDirectInterest = false }: Involvement): boolean =>
  isRelative || hasDirectInterest;

const holds: Readonly<Record<string, (seen: Involvement) => boolean>> = {
  COI1: (seen) => seen.kind === 'denunciation' && (seen.isOfOwnHead ?? seen.isSubject ?? false),
  COI3: (seen) => seen.kind === 'denunciation' && isClose(seen),
  COI4: (seen) =>
    seen.role === 'verifier' &&
    ((seen.isSubject ?? false) ||
      (seen.isSubordinate ?? false) ||
      (seen.isRelativeOfSender ?? false) ||
      // Of a denunciation these are law: COI8.
      (seen.kind !== 'denunciation' && isClose(seen))),
  COI5: (seen) => (seen.kind === 'tip' || seen.kind === 'rating') && (seen.isOfOwnHead ?? false),
  COI6: (seen) => seen.kind === 'complaint' && seen.instance === 2 && (seen.resolvedFirst ?? false),
  COI8: (seen) => seen.role === 'verifier' && seen.kind === 'denunciation' && isClose(seen),
};

/**
 * The conflicts that bar a person: `hard` ones are law, `policy` ones the product's own. By law the
 * maker of a decision resolves the first complaint against it (COI2), so that is never one.
 */
export const conflictsOf = (seen: Involvement): ConflictRule[] =>
  jurisdictionPack.conflicts.filter(({ id }) => holds[id]?.(seen) === true);

/** The rules of the list that shaped where a matter goes. */
export function routingRules({ kind, instance, target }: JurisdictionFacts): ConflictRule[] {
  const isHead = target.post === 'head' || target.post === 'deputy';
  const shaping: Readonly<Record<string, boolean>> = {
    COI1: kind === 'denunciation' && isHead,
    COI2: kind === 'complaint' && instance === 1,
    COI5: kind === 'tip' && target.post === 'head',
    COI6: kind === 'complaint' && instance > 1,
  };
  return jurisdictionPack.conflicts.filter(({ id }) => shaping[id] === true);
}
