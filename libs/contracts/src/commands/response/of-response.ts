import type { Situation } from '../situation.ts';

/** Of the unit that sends: that of the case, or one above where its clerks are respondents. */
export const sends = ({ matter: { response }, post }: Situation): boolean =>
  response?.sentFrom?.id === post.unit;
