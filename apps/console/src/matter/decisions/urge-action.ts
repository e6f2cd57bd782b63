import { availableActions } from './available.ts';
import type { Action, Situation } from './action.ts';

const URGING: readonly string[] = ['urge', 'urge-case', 'urge-decision'];

/** How the matter is urged from this post now: as a petition, a case or a decision. Two at once there are not. */
export const urgeActionOf = (situation: Situation): Action | undefined =>
  availableActions(situation).find(({ id }) => URGING.includes(id));
