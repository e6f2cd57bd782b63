import type { Actor } from '@minh-bach/kernel';

/** A person, and the head for whom they acted as a deputy. */
export type Acting = Pick<Actor, 'person' | 'deputyFor'>;

/** Of an actor, for what is kept: nothing of their role and unit. */
export const actingOf = ({ person, deputyFor }: Acting): Acting => ({
  person,
  ...(deputyFor === undefined ? {} : { deputyFor }),
});

/** People who stand behind a step: the one who took it, and all for whom they act. */
export type Will = readonly string[];

export const willOf = ({ person, deputyFor }: Acting): Will =>
  deputyFor === undefined ? [person] : [person, deputyFor];

/**
 * Two persons who share a head, or one of whom acts for the other, are no two persons: a head chooses
 * their deputies, and may end it at any time.
 */
export const areOneWill = (first: Will, second: Will): boolean =>
  first.some((who) => second.includes(who));

/**
 * Whether what is said of these people holds for who acts: a deputy carries the bars and the bounds of the
 * head for whom they act. No list of people is compared with an actor in another way (a rule of ESLint's).
 */
export const isOneOf = (people: readonly string[], acting: Acting): boolean =>
  areOneWill(people, willOf(acting));
