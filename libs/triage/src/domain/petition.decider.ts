import {
  correctRespondents,
  decideBreach,
  refusal,
  refusalsOf,
  type NoticeBreach,
} from '@minh-bach/contracts';
import type { Actor, Decider } from '@minh-bach/kernel';
import { accept } from './accept.ts';
import { noteProgress, type NoteProgress } from './case-progress.ts';
import { classify } from './classify.ts';
import { noteHandler, type NoteHandler } from './handling.ts';
import { decideMerge, takenApart, type MergeCommand } from './merge.ts';
import { noteReceipt, type NoteReceipt } from './note-receipt.ts';
import { startingClocks } from './petition-clocks.ts';
import type {
  AcceptPetition,
  AddNames,
  AddNote,
  ClassifyPetition,
  CorrectRespondents,
  SettlePetition,
  TakePetition,
} from './petition.commands.ts';
import type { PetitionEvent } from './petition.events.ts';
import { isBounded, perDay, refuseTwiceDeclined } from './per-day.ts';
import { evolvePetition, type Taken, type TriageState } from './petition.state.ts';
import {
  confirm,
  decline,
  type ConfirmDecision,
  type DeclineDecision,
} from './proposed-decision.ts';
import { report, type ReportDelay } from './report-delay.ts';
import { sameRespondents, withAdded } from './respondents.ts';
import { settle } from './settle.ts';
import { strike, type StrikeNames } from './strike.ts';
import { urge, type UrgeLowerUnit } from './urge.ts';

export type PetitionCommand =
  | TakePetition
  | ClassifyPetition
  | ConfirmDecision
  | DeclineDecision
  | CorrectRespondents
  | AddNames
  | StrikeNames
  | AcceptPetition
  | SettlePetition
  | MergeCommand
  | UrgeLowerUnit
  | ReportDelay
  | AddNote
  | NoteHandler
  | NoteReceipt
  | NoteProgress
  | NoticeBreach;

export const petitionDecider: Decider<TriageState, PetitionCommand, PetitionEvent> = {
  initialState: { is: 'unknown' },

  decide(command, state, { actor, now }) {
    if (command.type === 'TakePetition') {
      if (state.is !== 'unknown') return [];
      const { petition } = command;
      const clocksStarted = startingClocks(petition.declaredKind, petition.receivedOn);
      return [{ type: 'PetitionTaken', data: { ...petition, clocksStarted } }];
    }
    if (state.is === 'unknown') throw refusal('PETITION_UNKNOWN');
    const events = decideTaken(command, state, actor, now);
    // Each is one word on another petition, which is counted there.
    if (command.type === 'AddNames') return events;
    const bounded = events.filter((event) => isBounded(state, event, actor));
    perDay.refuseTooOften(state.today, bounded, { actor, now }, refusalsOf(correctRespondents));
    refuseTwiceDeclined(state.today, events, actor, now);
    return events;
  },

  evolve: evolvePetition,
};

function decideTaken(
  command: Exclude<PetitionCommand, TakePetition>,
  state: Taken,
  actor: Actor,
  now: string,
): readonly PetitionEvent[] {
  switch (command.type) {
    case 'ClassifyPetition':
      return classify(state, command);
    case 'ConfirmDecision':
      return [confirm(state, command, actor)];
    case 'DeclineDecision':
      return [decline(state, command)];
    case 'CorrectRespondents': {
      if (sameRespondents(state, command)) return [];
      const { type: _, ...corrected } = command;
      const apart = takenApart(state, { because: 'names' });
      return [{ type: 'RespondentsCorrected', data: corrected }, ...apart];
    }
    case 'AddNames': {
      const { names, reason } = command;
      return withAdded(state, names).map((all) => ({
        type: 'RespondentsCorrected',
        data: { ...all, reason },
      }));
    }
    case 'StrikeNames':
      return [strike(command)];
    case 'AcceptPetition':
      return [accept(state, command)];
    case 'SettlePetition':
      return settle(state, command);
    case 'MergePetition':
    case 'UnmergePetition':
    case 'TakeApart':
    case 'TakeInDuplicate':
    case 'LetGoDuplicate':
      return decideMerge(state, command, now);
    case 'UrgeLowerUnit':
      return [urge(state, command, now)];
    case 'ReportDelay':
      return [report(state, command)];
    case 'NoteHandler':
      return noteHandler(state, command);
    case 'NoteReceipt':
      return noteReceipt(state, command);
    case 'NoteProgress':
      return noteProgress(state, command);
    case 'AddNote':
      return [{ type: 'NoteAdded', data: { text: command.text } }];
    case 'NoticeBreach':
      return decideBreach(state.clocks, command, now);
  }
}
