import {
  NO_CLOCKS,
  decideBreach,
  evolveBreach,
  evolveClocks,
  type NoticeBreach,
  type OpenClocks,
  type PetitionKind,
  type PetitionReceivedV1,
  type RespondentsFact,
} from '@minh-bach/contracts';
import { DomainError, type Decider } from '@minh-bach/kernel';
import { clocksOfOutcome, startingClocks } from './petition-clocks.ts';
import { noteHandler, type Handler, type NoteHandler } from './handling.ts';
import type { Basis, PetitionEvent } from './petition.events.ts';
import {
  classified,
  decline,
  proposalToConfirm,
  refusePending,
  type ConfirmReclassification,
  type DeclineReclassification,
  type Reclassification,
} from './reclassification.ts';
import { NOBODY, isSomebody, newlyNamed, sameRespondents } from './respondents.ts';

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
  | ConfirmReclassification
  | DeclineReclassification
  | CorrectRespondents
  | AcceptPetition
  | SettlePetition
  | AddNote
  | NoteHandler
  | NoticeBreach;

export interface Taken {
  readonly is: 'taken' | 'classified' | 'accepted' | 'settled';
  readonly petition: string;
  readonly unit: string;
  readonly kind: PetitionKind;
  readonly receivedOn: string;
  readonly respondentUnit: string | null;
  readonly respondents: RespondentsFact;
  /** The registration or a correction names somebody: a classification does not. */
  readonly respondentRegistered: boolean;
  readonly gist: string | null;
  /** Waits for a second person. */
  readonly reclassification: Reclassification | null;
  readonly handler: Handler;
  readonly clocks: OpenClocks;
}
export type TriageState = { readonly is: 'unknown' } | Taken;

export const petitionDecider: Decider<TriageState, PetitionCommand, PetitionEvent> = {
  initialState: { is: 'unknown' },

  decide(command, state, { actor, now }) {
    if (command.type === 'TakePetition') {
      if (state.is !== 'unknown') return [];
      const { petition } = command;
      const clocksStarted = startingClocks(petition.declaredKind, petition.receivedOn);
      return [{ type: 'PetitionTaken', data: { ...petition, clocksStarted } }];
    }
    if (state.is === 'unknown') throw new DomainError('PETITION_UNKNOWN');
    switch (command.type) {
      case 'ClassifyPetition': {
        refuseDecided(state);
        refusePending(state);
        const { kind, reason } = command;
        const named = newlyNamed(state, command);
        if (state.is === 'classified' && state.kind === kind && !named) return [];
        if (kind === state.kind) return [classified(state, kind, named, reason)];
        if (reason === null) throw new DomainError('REASON_MISSING');
        if (state.kind !== 'denunciation') return [classified(state, kind, named, reason)];
        // It would open what is closed, so one person alone only proposes it.
        const proposed = { kind, ...named };
        return [{ type: 'ReclassificationProposed', data: { proposed, reason } }];
      }
      case 'ConfirmReclassification': {
        refuseDecided(state);
        const { kind, named, proposer } = proposalToConfirm(state, actor);
        // A correction meanwhile is the last word.
        const said = state.respondentRegistered ? undefined : named;
        return [classified(state, kind, said, command.note, proposer)];
      }
      case 'DeclineReclassification':
        refuseDecided(state);
        return [decline(state, command)];
      case 'CorrectRespondents': {
        if (sameRespondents(state, command)) return [];
        const { type: _, ...corrected } = command;
        return [{ type: 'RespondentsCorrected', data: corrected }];
      }
      case 'AcceptPetition': {
        refuseUnclassified(state);
        if (state.kind !== 'complaint')
          throw new DomainError('KIND_NOT_YET_HANDLED', { kind: state.kind });
        const { type: _, jurisdiction: found, ...decision } = command;
        if (decision.competentUnit !== state.unit || (found && found.unit !== state.unit))
          throw new DomainError('UNIT_NOT_COMPETENT');
        refuseUnreasoned(decision);
        const jurisdiction = found && { level: found.level, title: found.title, law: found.law };
        const { kind, receivedOn, respondentUnit, gist } = state;
        const begins = { kind, receivedOn, respondentUnit, gist };
        return [
          {
            type: 'PetitionAccepted',
            data: { ...decision, jurisdiction, ...begins, ...clocksOfOutcome(state.clocks, true) },
          },
        ];
      }
      case 'SettlePetition': {
        refuseUnclassified(state);
        const { type: _, ...decision } = command;
        if (
          (decision.outcome === 'guided' || decision.outcome === 'transferred') &&
          decision.competentBody === null
        )
          throw new DomainError('COMPETENT_BODY_MISSING');
        return [
          {
            type: 'PetitionSettled',
            data: {
              ...decision,
              ...clocksOfOutcome(state.clocks, decision.outcome === 'not_accepted'),
            },
          },
        ];
      }
      case 'NoteHandler':
        return noteHandler(state, command);
      case 'AddNote':
        return [{ type: 'NoteAdded', data: { text: command.text } }];
      case 'NoticeBreach':
        return decideBreach(state.clocks, command, now);
    }
  },

  evolve(state, event, { actor, recordedAt }) {
    if (event.type === 'PetitionTaken') {
      const { petition, unit, declaredKind, receivedOn, respondentUnit, gist } = event.data;
      const { respondents = NOBODY } = event.data;
      const clocks = evolveClocks(NO_CLOCKS, event.data);
      return {
        is: 'taken',
        petition,
        unit,
        kind: declaredKind,
        receivedOn,
        respondentUnit,
        respondents,
        respondentRegistered: isSomebody({ respondentUnit, respondents }),
        gist,
        reclassification: null,
        handler: { unit, by: 'classifiers' },
        clocks,
      };
    }
    if (state.is === 'unknown') return state;
    switch (event.type) {
      case 'PetitionClassified':
        return {
          ...state,
          is: 'classified',
          kind: event.data.kind,
          respondentUnit: event.data.respondentUnit ?? state.respondentUnit,
          respondents: event.data.respondents ?? state.respondents,
          // Luật Tố cáo Đ.56: one line may tell who denounces.
          gist: event.data.kind === 'denunciation' ? null : state.gist,
          reclassification: null,
          clocks: evolveClocks(state.clocks, event.data),
        };
      case 'ReclassificationProposed': {
        const { kind, ...named } = event.data.proposed;
        const proposal = { kind, named, proposer: actor.person, at: recordedAt };
        return { ...state, reclassification: proposal };
      }
      case 'HandlingMoved':
        return { ...state, handler: { unit: event.data.to, by: event.data.by } };
      case 'ReclassificationDeclined':
        return { ...state, reclassification: null };
      case 'RespondentsCorrected': {
        const { respondentUnit, respondents = NOBODY } = event.data;
        const respondentRegistered = isSomebody({ respondentUnit, respondents });
        return { ...state, respondentUnit, respondents, respondentRegistered };
      }
      case 'PetitionAccepted':
        return { ...state, is: 'accepted', clocks: evolveClocks(state.clocks, event.data) };
      case 'PetitionSettled':
        return { ...state, is: 'settled', clocks: evolveClocks(state.clocks, event.data) };
      case 'NoteAdded':
        return state;
      case 'DeadlineBreached':
        return { ...state, clocks: evolveBreach(state.clocks, event) };
    }
  },
};

function refuseDecided({ is }: Taken): void {
  if (is === 'accepted' || is === 'settled')
    throw new DomainError('ALREADY_DECIDED', { state: is });
}

function refuseUnclassified(state: Taken): void {
  refuseDecided(state);
  refusePending(state);
  if (state.is !== 'classified') throw new DomainError('NOT_CLASSIFIED');
}

/** Who differs from the proposal says why. */
function refuseUnreasoned({ basis, reason }: { basis: Basis; reason: string | null }): void {
  if (!basis.agreed && reason === null) throw new DomainError('REASON_MISSING');
}
