import {
  change,
  clockChanges,
  endClocks,
  evolveClocks,
  mergePetition,
  petitionKindSchema,
  refusalsOf,
  storedEvent,
  unmergePetition,
  words,
  type ClockChanges,
  type PetitionKind,
} from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
import { APART, type Apart } from './apart.ts';
import { limitForSender, startingClocks } from './petition-clocks.ts';
import { refuseDecided, refusePending, type Taken } from './petition.state.ts';
import { STATE_WORDS } from './words.ts';

/**
 * This petition into another. The history of neither names the other: it may become a denunciation, and be
 * hidden from those who read this one. The page does, for those who may open both.
 */
export const petitionMerged = storedEvent(
  'PetitionMerged',
  z.strictObject({
    // No field by which rows find a petition: whoever may see the other one is another matter.
    into: z.string(),
    reason: sealed('working', z.string()),
    ...clockChanges,
  }),
  {
    history: ({ reason }) => ({
      summary: words(
        'Nhập vào một đơn khác có cùng nội dung; thời hạn riêng của đơn này không tính nữa.',
        'Merged into another petition of the same content; its own limits end.',
      ),
      changes: [change('Lý do', 'Reason', reason)],
      state: STATE_WORDS.merged,
    }),
    publishes: ({ into }, { matter, on }) => ({
      type: 'PetitionMerged',
      data: { petition: matter, into, on },
    }),
  },
);

export const petitionUnmerged = storedEvent(
  'PetitionUnmerged',
  z.strictObject({
    /** Out of this one. */
    from: z.string().exactOptional(),
    /** Where it stood before. */
    back: z.enum(['taken', 'classified']),
    kind: petitionKindSchema,
    /** Of who asked for it. */
    reason: sealed('working', z.string()).nullable(),
    /** Where nobody did. */
    because: z.enum(Object.keys(APART) as [Apart, ...Apart[]]).exactOptional(),
    ...clockChanges,
  }),
  {
    history: ({ back, reason, because }) => {
      const why = because && APART[because];
      return {
        summary: words(
          `Tách lại khỏi đơn đã nhập${why ? ` vì ${why.vi}` : ''}; thời hạn tính từ ngày nhận đơn, như trước khi nhập.`,
          `Taken out of the other petition again${why ? `, since ${why.en}` : ''}; its limits count from its receipt, as before.`,
        ),
        changes: reason === null ? [] : [change('Lý do', 'Reason', reason)],
        state: STATE_WORDS[back],
      };
    },
    publishes: ({ back, kind, ...data }, { matter }) => {
      const { clock } = limitForSender(data, kind);
      return {
        type: 'PetitionUnmerged',
        data: {
          petition: matter,
          isClassified: back === 'classified',
          ...(clock ? { clock } : {}),
        },
      };
    },
  },
);

const other = z.strictObject({ other: z.string() });

/**
 * On the other one: what is called a denunciation by then takes along what is merged into it. Who reads it may
 * not know of the duplicate any more, so neither its history nor its revision tells of these two.
 */
export const duplicateTakenIn = storedEvent('DuplicateTakenIn', other, {
  isUntold: true,
  history: () => ({ summary: words('Nhập một đơn trùng.', 'A duplicate was merged.') }),
});

export const duplicateLetGo = storedEvent('DuplicateLetGo', other, {
  isUntold: true,
  history: () => ({ summary: words('Tách một đơn trùng.', 'A duplicate was taken out.') }),
});

export type MergeEvent =
  | EventOf<typeof petitionMerged>
  | EventOf<typeof petitionUnmerged>
  | EventOf<typeof duplicateTakenIn>
  | EventOf<typeof duplicateLetGo>;

export interface MergePetition {
  readonly type: 'MergePetition';
  readonly into: string;
  readonly reason: string;
}
export interface UnmergePetition {
  readonly type: 'UnmergePetition';
  readonly reason: string;
}
/** To the one that is merged: the other one is not any more what it was. */
export interface TakeApart {
  readonly type: 'TakeApart';
  readonly from: string;
  readonly because: Exclude<Apart, 'called' | 'names' | 'receipt'>;
}
/** To the other one, with what must be alike in both. */
export interface TakeIn {
  readonly type: 'TakeInDuplicate';
  readonly other: string;
  readonly kind: PetitionKind;
  readonly respondentUnit: string | null;
  readonly receivedOn: string;
  readonly keptSince: string;
}
export interface LetGo {
  readonly type: 'LetGoDuplicate';
  readonly other: string;
}
export type MergeCommand = MergePetition | UnmergePetition | TakeApart | TakeIn | LetGo;

export const toTakeIn = (state: Taken): TakeIn => {
  const { petition: other, kind, respondentUnit, receivedOn, keptSince } = state;
  return { type: 'TakeInDuplicate', other, kind, respondentUnit, receivedOn, keptSince };
};

export function decideMerge(state: Taken, command: MergeCommand, now: string): MergeEvent[] {
  switch (command.type) {
    case 'MergePetition':
      return [merge(state, command, now)];
    case 'UnmergePetition':
      if (state.mergedInto === null) throw refusalsOf(unmergePetition)('NOT_MERGED');
      return takenApart(state, { reason: command.reason });
    case 'TakeApart':
      if (state.mergedInto !== command.from) return [];
      return takenApart(state, { because: command.because });
    case 'TakeInDuplicate':
      return takeIn(state, command);
    case 'LetGoDuplicate': {
      const { other: petition } = command;
      if (!state.holds.includes(petition)) return [];
      return [{ type: 'DuplicateLetGo', data: { other: petition } }];
    }
  }
}

/** What is merged, and what is not, is an internal rule (`policy_default`). */
function merge(state: Taken, { into, reason }: MergePetition, now: string): MergeEvent {
  const refuse = refusalsOf(mergePetition);
  refuseDecided(state, refuse);
  refusePending(state, refuse);
  if (into === state.petition) throw refuse('MERGE_INTO_ITSELF');
  if (state.everDenunciation) throw refuse('MERGE_DENUNCIATION');
  if (state.holds.length > 0) throw refuse('MERGE_HOLDS_OTHERS');
  if (isAnswerOwed(state, now)) throw refuse('MERGE_OVERDUE');
  const clocksEnded = endClocks(state.clocks, 'void', ...Object.keys(state.clocks.running));
  return {
    type: 'PetitionMerged',
    data: { into, reason, ...(clocksEnded.length > 0 ? { clocksEnded } : {}) },
  };
}

/** A superior was told that it is late, or is to be, or urged it: that is answered, not merged away. */
const isAnswerOwed = ({ clocks: { running, breached }, urgedOn }: Taken, now: string): boolean =>
  breached.length > 0 ||
  urgedOn !== null ||
  Object.values(running).some(({ endsAt }) => Date.parse(endsAt) <= Date.parse(now));

/** Out of what it is merged into; nothing where it is not. No day is lost: what was over is over still. */
export function takenApart(
  state: Taken,
  why: { readonly reason: string } | { readonly because: Apart },
): EventOf<typeof petitionUnmerged>[] {
  if (state.mergedInto === null) return [];
  const { kind, receivedOn, beforeMerging: back, mergedInto: from } = state;
  const clocksStarted = startingClocks(kind, receivedOn);
  const started = clocksStarted.length > 0 ? { clocksStarted } : {};
  return [
    { type: 'PetitionUnmerged', data: { from, back, kind, reason: null, ...why, ...started } },
  ];
}

/** As the event leaves it, for what is decided together with it. */
export const evolveApart = (state: Taken, apart: readonly MergeEvent[]): Taken =>
  apart.reduce(
    (before, event) => ({
      ...before,
      ...evolveMerge(before, event),
      clocks: evolveClocks(before.clocks, event.data as ClockChanges),
    }),
    state,
  );

/** By the earlier one both are kept from the same people and answered in time; what is decided stays so. */
function takeIn(state: Taken, asked: TakeIn): MergeEvent[] {
  const refuse = refusalsOf(mergePetition);
  if (state.everDenunciation) throw refuse('MERGE_DENUNCIATION');
  if (state.is !== 'taken' && state.is !== 'classified') throw refuse('MERGE_TARGET_SETTLED');
  if (state.kind !== asked.kind) throw refuse('MERGE_KIND_DIFFERS', { kind: state.kind });
  if (state.respondentUnit !== asked.respondentUnit) throw refuse('MERGE_RESPONDENTS_DIFFER');
  if (state.receivedOn > asked.receivedOn || state.keptSince > asked.keptSince)
    throw refuse('MERGE_INTO_LATER');
  if (state.holds.includes(asked.other)) return [];
  return [{ type: 'DuplicateTakenIn', data: { other: asked.other } }];
}

export function evolveMerge(state: Taken, event: MergeEvent): Partial<Taken> {
  switch (event.type) {
    case 'PetitionMerged': {
      const beforeMerging = state.is === 'classified' ? 'classified' : 'taken';
      return { is: 'settled', mergedInto: event.data.into, beforeMerging };
    }
    case 'PetitionUnmerged': {
      const { back, because, from } = event.data;
      const calledWith = because === 'called' && from ? [from] : state.calledWith;
      return { is: back, mergedInto: null, calledWith };
    }
    case 'DuplicateTakenIn': {
      const { other: one } = event.data;
      return { holds: [...state.holds, one], everHeld: [...state.everHeld, one] };
    }
    case 'DuplicateLetGo':
      return { holds: state.holds.filter((one) => one !== event.data.other) };
  }
}
