import { respondentsTold, type RespondentsFact } from '@minh-bach/contracts';
import type { Move } from '@minh-bach/platform';
import type { PetitionEvent } from './domain/petition.events.ts';
import { NOBODY, isSomebody, namesAfter } from './domain/respondents.ts';

/** Whom a petition names, and which names were taken out and not struck yet. */
export interface NamesOut {
  readonly unit: string;
  readonly respondentUnit: string | null;
  readonly respondents: RespondentsFact;
  readonly out: readonly string[];
}

/** Who took them out, the stream says when it is asked. */
const SOMEBODY = { person: '' };

export function namesOutAfter(before: NamesOut | null, event: PetitionEvent): NamesOut | null {
  if (event.type === 'PetitionTaken') {
    const { unit, respondentUnit, respondents = NOBODY } = event.data;
    return { unit, respondentUnit, respondents: respondentsTold(respondents), out: [] };
  }
  if (before === null || !SAYS_NAMES.includes(event.type)) return before;
  const { unit, out } = before;
  const removedBy = new Map(out.map((name) => [name, SOMEBODY]));
  const after = namesAfter({ ...before, removedBy }, event, SOMEBODY);
  return {
    unit,
    respondentUnit: after.respondentUnit,
    respondents: respondentsTold(after.respondents),
    out: [...after.removedBy.keys()],
  };
}

const SAYS_NAMES: readonly string[] = [
  'PetitionClassified',
  'ReclassificationProposed',
  'RespondentsCorrected',
  'NamesStruck',
] satisfies PetitionEvent['type'][];

/**
 * A correction that takes names out waits for a second person, until all are struck or named again. Of a
 * word that names nobody nothing is struck.
 */
export function namesMoved(type: string, note: NamesOut | null): Move[] {
  if (!SAYS_NAMES.includes(type)) return [];
  const isOut = note !== null && note.out.length > 0 && isSomebody(note);
  if (!isOut) return [{ what: 'names', to: 'none' }];
  return type === 'RespondentsCorrected' ? [{ what: 'names', to: 'one' }] : [];
}
