import type { HeldPost, IntakeMatter, Role } from '../../api/types.ts';

export const PURPOSES = [
  'contact-sender',
  'verify-identity',
  'prepare-decision',
  'supervise',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Opening {
  readonly purposes: readonly Purpose[];
  /** The scan as well. */
  readonly original: boolean;
}

const WORKS_ON_PAPER: readonly Role[] = ['receiver', 'classifier', 'head'];
/** While there is something to send. */
const ANSWERED: readonly IntakeMatter['state'][] = [
  'concluded',
  'decision_issued',
  'decision_sent',
];

/** What a post may open of an identity, as the server will have it; undefined where nothing. */
export function openingFor(
  { unit, state }: Pick<IntakeMatter, 'unit' | 'state'>,
  post: Pick<HeldPost, 'unit' | 'roles'> | undefined,
): Opening | undefined {
  if (post?.unit !== unit.id) return undefined;
  if (post.roles.some((role) => WORKS_ON_PAPER.includes(role)))
    return { purposes: PURPOSES, original: true };
  return post.roles.includes('clerk') && ANSWERED.includes(state)
    ? { purposes: ['prepare-decision'], original: false }
    : undefined;
}
