import type { Situation } from '../situation.ts';

/** Of its unit, or of the one above that assigns it. */
export const works = ({ matter: { investigation }, post }: Situation): boolean =>
  investigation?.unit.id === post.unit || investigation?.assigning?.id === post.unit;

/** Where it lies now: the unit that assigns it; while a draft waits, the one that judges it. */
export const holds = ({ matter: { investigation }, post }: Situation): boolean =>
  investigation?.holding?.id === post.unit;

/** The assignee, while the case is worked on. */
export const isWorkedOn = ({ matter: { investigation }, person }: Situation): boolean =>
  investigation?.assignee?.id === person && investigation.state === 'assigned';

/** The draft that waits for a second person. */
export const proposedDraft = ({ investigation }: Situation['matter']) =>
  investigation?.drafts.find(({ status }) => status === 'proposed');

/** The unit whose head judges the draft: its own, or one above where it has nobody left. */
export const judges = ({ matter, post }: Situation): boolean =>
  matter.investigation?.judging?.unit?.id === post.unit;

/** Four eyes: nobody who worked on the case. */
export const mayJudge = ({ matter, person: asker }: Situation): boolean =>
  proposedDraft(matter) !== undefined &&
  matter.investigation?.judging?.excluded.includes(asker) === false;

/** The assignee, and the heads who assign the case or judge its draft. */
export const mayOpenFiles = (situation: Situation): boolean => {
  const { matter, person, post } = situation;
  if (matter.investigation?.isKept !== false) return false;
  if (post.roles.includes('head') && (works(situation) || judges(situation))) return true;
  return works(situation) && matter.investigation.assignee?.id === person;
};
