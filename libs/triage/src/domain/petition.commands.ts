import type {
  NoticeBreach,
  PetitionKind,
  PetitionReceivedV1,
  RespondentsFact,
} from '@minh-bach/contracts';
import type { NoteHandler } from './handling.ts';
import type { Basis } from './petition.events.ts';
import type { ConfirmDecision, DeclineDecision } from './proposed-decision.ts';

export interface TakePetition {
  readonly type: 'TakePetition';
  readonly petition: PetitionReceivedV1;
}
export interface ClassifyPetition {
  readonly type: 'ClassifyPetition';
  readonly kind: PetitionKind;
  readonly reason: string | null;
  /** The unit of ours that is complained of, where the registration names none. */
  readonly respondentUnit?: string | null;
  readonly respondents?: RespondentsFact;
}
export interface CorrectRespondents {
  readonly type: 'CorrectRespondents';
  readonly respondentUnit: string | null;
  readonly respondents?: RespondentsFact;
  readonly reason: string;
}
export interface AcceptPetition {
  readonly type: 'AcceptPetition';
  readonly case: string;
  readonly instance: 1 | 2;
  readonly competentUnit: string;
  /** Whom the law makes competent; `null` where no unit of ours is complained of. */
  readonly jurisdiction: {
    readonly level: string;
    readonly title: string;
    readonly law: string;
    /** `null` when it is none of ours. */
    readonly unit: string | null;
  } | null;
  /** Confirmed by the person; without it there is no acceptance. */
  readonly conditionsMet: true;
  readonly reason: string | null;
  readonly basis: Basis;
}
export interface SettlePetition {
  readonly type: 'SettlePetition';
  readonly outcome: 'not_accepted' | 'guided' | 'transferred' | 'filed';
  readonly competentBody: string | null;
  readonly reason: string;
  readonly basis: Basis;
}
export interface AddNote {
  readonly type: 'AddNote';
  readonly text: string;
}
export type PetitionCommand =
  | TakePetition
  | ClassifyPetition
  | ConfirmDecision
  | DeclineDecision
  | CorrectRespondents
  | AcceptPetition
  | SettlePetition
  | AddNote
  | NoteHandler
  | NoticeBreach;
