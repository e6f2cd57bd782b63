import { PURPOSE_WORDS, type DisclosurePurpose } from '@minh-bach/contracts/browser';
import type { HeldPost, IntakeMatter, Role } from '../../api/types.ts';

const PURPOSES = Object.keys(PURPOSE_WORDS) as DisclosurePurpose[];

export interface Opening {
  /** Under which it is asked for: denunciations have a door and a right of their own. */
  readonly door: 'petitions' | 'denunciations';
  readonly purposes: readonly DisclosurePurpose[];
  /** The scan as well. */
  readonly original: boolean;
}

const WORKS_ON_PAPER: readonly Role[] = ['receiver', 'classifier', 'head'];
/** While there is something to send. */
const ANSWERED: readonly IntakeMatter['state'][] = [
  'concluded',
  'decision_issued',
  'decision_sent',
  'decision_delivered',
];

/** What a post may open of an identity, as the server will have it; undefined where nothing. */
export function openingFor(
  { unit, state, isDenunciation }: Pick<IntakeMatter, 'unit' | 'state' | 'isDenunciation'>,
  post: Pick<HeldPost, 'unit' | 'roles'> | undefined,
): Opening | undefined {
  // People who are appointed to it in a unit above may, too: the page is there for those alone.
  if (isDenunciation)
    return post?.roles.includes('denunciation-officer')
      ? { door: 'denunciations', purposes: PURPOSES, original: true }
      : undefined;
  if (post?.unit !== unit.id) return undefined;
  if (post.roles.some((role) => WORKS_ON_PAPER.includes(role)))
    return { door: 'petitions', purposes: PURPOSES, original: true };
  return post.roles.includes('clerk') && ANSWERED.includes(state)
    ? { door: 'petitions', purposes: ['prepare-decision'], original: false }
    : undefined;
}
