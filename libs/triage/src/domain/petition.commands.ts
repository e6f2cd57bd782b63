import type {
  BodyOf,
  PetitionReceivedV1,
  RespondentsFact,
  acceptPetition,
  addPetitionNote,
  classifyPetition,
  correctRespondents,
  settlePetition,
} from '@minh-bach/contracts';
import type { Basis } from './petition.events.ts';

export interface TakePetition {
  readonly type: 'TakePetition';
  readonly petition: PetitionReceivedV1;
}
/** Asked with people by person or post; decided with their tags. */
type WithTags<Body> = Omit<Body, 'respondents'> & { readonly respondents?: RespondentsFact };

export interface ClassifyPetition extends WithTags<BodyOf<typeof classifyPetition>> {
  readonly type: 'ClassifyPetition';
}
export interface CorrectRespondents extends WithTags<BodyOf<typeof correctRespondents>> {
  readonly type: 'CorrectRespondents';
}
/** Those who are named in another petition of the same content. */
export interface AddNames {
  readonly type: 'AddNames';
  readonly names: RespondentsFact;
  readonly reason: string;
}
export interface AcceptPetition extends BodyOf<typeof acceptPetition> {
  readonly type: 'AcceptPetition';
  readonly case: string;
  /** Whom the law makes competent; `null` where no unit of ours is complained of. */
  readonly jurisdiction: {
    readonly level: string;
    readonly title: string;
    readonly law: string;
    /** `null` when it is none of ours. */
    readonly unit: string | null;
  } | null;
  readonly basis: Basis;
}
export interface SettlePetition extends BodyOf<typeof settlePetition> {
  readonly type: 'SettlePetition';
  readonly basis: Basis;
}
export interface AddNote extends BodyOf<typeof addPetitionNote> {
  readonly type: 'AddNote';
}
