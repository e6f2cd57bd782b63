import { ruleOf, type Action } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { Organisation } from '../organisation/organisation.ts';

/** What has to act, and who is kept from it. */
export interface Urged {
  /** The unit that it lies with. */
  readonly to: string;
  /** People whom it names or may be about, and others who do nothing in it. */
  readonly kept: readonly string[];
}

/**
 * Whether this person heads the unit directly above. Where nobody who heads that one may see it, the next
 * above takes its place.
 */
export async function mayUrge(
  { organisation }: { readonly organisation: Organisation },
  action: Action,
  { to, kept }: Urged,
  { person: who, unit }: Pick<Actor, 'person' | 'unit'>,
): Promise<boolean> {
  const above = await organisation.unitsAbove(to);
  const nearest = await organisation.firstWith(above, ruleOf(action).roles, kept);
  return nearest?.unit === unit && nearest.people.includes(who);
}
