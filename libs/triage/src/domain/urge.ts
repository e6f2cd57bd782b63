import {
  decideUrging,
  lowerUnitUrgedTo,
  refusalsOf,
  urgeLowerUnit,
  words,
  type BodyOf,
  type LowerUnitUrged,
} from '@minh-bach/contracts';
import { refuseDecided, type Taken } from './petition.state.ts';

export interface UrgeLowerUnit extends BodyOf<typeof urgeLowerUnit> {
  readonly type: 'UrgeLowerUnit';
  /** The unit that has to resolve it; `null` where the actor does not stand directly above it. */
  readonly to: string | null;
}

export const lowerUnitUrged = lowerUnitUrgedTo(words('giải quyết đơn', 'to resolve it'));

export function urge(state: Taken, command: UrgeLowerUnit, now: string): LowerUnitUrged {
  const refuse = refusalsOf(urgeLowerUnit);
  refuseDecided(state, refuse);
  return decideUrging(state, command, command, now, refuse);
}
