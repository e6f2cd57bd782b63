import type { Refusal, RespondentsFact } from '@minh-bach/contracts';
import type { ClassifyPetition } from './petition.commands.ts';
import type { Taken } from './petition.state.ts';

/** What a classification adds to what is known of the respondents. */
export interface NewlyNamed {
  readonly respondentUnit?: string;
  readonly respondents?: RespondentsFact;
}

interface Named {
  readonly respondentUnit?: string | null;
  readonly respondents?: RespondentsFact;
}

export const NOBODY: RespondentsFact = { units: [], people: [] };

export const isSomebody = ({ respondentUnit, respondents = NOBODY }: Named): boolean =>
  Boolean(respondentUnit) || respondents.units.length + respondents.people.length > 0;

const keyOf = ({ respondentUnit, respondents = NOBODY }: Named): string =>
  JSON.stringify([
    respondentUnit ?? null,
    [...respondents.units].sort(),
    respondents.people.map(({ tag, on }) => `${tag} ${on}`).sort(),
  ]);

export const sameRespondents = (one: Named, other: Named): boolean => keyOf(one) === keyOf(other);

/** Who is named, where this classification is the first or another word on it. */
export function newlyNamed(
  state: Taken,
  { respondentUnit, respondents }: ClassifyPetition,
  refuse: Refusal<'RESPONDENT_REGISTERED'>,
): NewlyNamed | undefined {
  if (!isSomebody({ respondentUnit: respondentUnit ?? null, respondents: respondents ?? NOBODY }))
    return undefined;
  const unit = respondentUnit ?? state.respondentUnit;
  const named = {
    ...(unit === null ? {} : { respondentUnit: unit }),
    ...(respondents === undefined ? {} : { respondents }),
  };
  if (sameRespondents(state, { respondents: state.respondents, ...named })) return undefined;
  if (state.respondentRegistered) throw refuse('RESPONDENT_REGISTERED');
  return named;
}
