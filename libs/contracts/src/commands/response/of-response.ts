import type { Situation } from '../situation.ts';

/** Of the unit that sends: that of the case, or one above where its clerks are respondents. */
export const sends = ({ matter: { response }, post }: Situation): boolean =>
  response?.sentFrom?.id === post.unit;

/** There is a decision, and the file is open. */
export const goesOut = ({ matter: { response } }: Situation): boolean =>
  response !== undefined && response.state !== 'requested' && response.state !== 'closed';

/** It goes out, or is owed to the public again after it was closed. */
export const mayBeLate = (situation: Situation): boolean =>
  goesOut(situation) || (situation.matter.response?.waitsFor.length ?? 0) > 0;
