import { classifyPetition, refusalsOf, type PetitionKind } from '@minh-bach/contracts';
import { evolveApart, takenApart } from './merge.ts';
import { clocksOfClass } from './petition-clocks.ts';
import type { ClassifyPetition } from './petition.commands.ts';
import type { PetitionEvent } from './petition.events.ts';
import { decidedOn, refuseDecided, refusePending, type Taken } from './petition.state.ts';
import { newlyNamed, type NewlyNamed } from './respondents.ts';

/** It is called a denunciation, and was none. */
export const closes = (state: Taken, kind: PetitionKind): boolean =>
  kind === 'denunciation' && state.kind !== kind;

/**
 * To call a petition a denunciation closes it: one person may at any time, after the decision, too. To
 * call a denunciation something else opens what is closed: one person alone only proposes it.
 */
export function classify(state: Taken, command: ClassifyPetition): PetitionEvent[] {
  const { kind, reason } = command;
  const refuse = refusalsOf(classifyPetition);
  if (!closes(state, kind)) {
    refuseDecided(state, refuse);
    refusePending(state, refuse);
  }
  const named = newlyNamed(state, command, refuse);
  if (closes(state, kind) && reason !== null) {
    const apart = takenApart(state, { because: 'called' });
    return [...apart, classified(evolveApart(state, apart), kind, named, reason)];
  }
  const saysNothing = state.kind === kind && !named && reason === null;
  if (state.is === 'classified' && saysNothing) return [];
  if (kind === state.kind) return [classified(state, kind, named, reason)];
  if (reason === null) throw refuse('REASON_MISSING');
  if (state.holds.length > 0) throw refuse('MERGE_HOLDS_OTHERS');
  if (state.kind !== 'denunciation') return [classified(state, kind, named, reason)];
  return [{ type: 'ReclassificationProposed', data: { proposed: { kind, ...named }, reason } }];
}

/** @param proposedBy where this confirms what another proposed */
export function classified(
  state: Taken,
  kind: PetitionKind,
  named: NewlyNamed | undefined,
  reason: string | null,
  proposedBy?: string,
): PetitionEvent {
  const { kind: before, clocks, receivedOn } = state;
  return {
    type: 'PetitionClassified',
    data: {
      kind,
      before,
      reason,
      ...decidedOn(state),
      ...named,
      ...(proposedBy === undefined ? {} : { proposedBy }),
      ...clocksOfClass(clocks, kind, receivedOn),
    },
  };
}
