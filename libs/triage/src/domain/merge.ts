import {
  change,
  clockChanges,
  endClocks,
  mergePetition,
  petitionKindSchema,
  refusalsOf,
  storedEvent,
  unmergePetition,
  words,
  type PetitionKind,
} from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
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
    /** Where it stood before. */
    back: z.enum(['taken', 'classified']),
    kind: petitionKindSchema,
    reason: sealed('working', z.string()),
    ...clockChanges,
  }),
  {
    history: ({ back, reason }) => ({
      summary: words(
        'Tách lại khỏi đơn đã nhập; thời hạn tính từ ngày nhận đơn, như trước khi nhập.',
        'Taken out of the other petition again; its limits count from its receipt, as before.',
      ),
      changes: [change('Lý do', 'Reason', reason)],
      state: STATE_WORDS[back],
    }),
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

/** On the other one: from now on it holds a duplicate, so it is not merged itself. */
export const duplicateTakenIn = storedEvent('DuplicateTakenIn', other, {
  isAside: () => true,
  history: () => ({
    summary: words(
      'Một đơn có cùng nội dung được nhập vào đơn này.',
      'Another petition of the same content was merged into this one.',
    ),
  }),
});

export const duplicateLetGo = storedEvent('DuplicateLetGo', other, {
  isAside: () => true,
  history: () => ({
    summary: words(
      'Một đơn đã nhập được tách lại khỏi đơn này.',
      'A petition that was merged into this one was taken out again.',
    ),
  }),
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
/** To the other one. */
export interface TakeIn {
  readonly type: 'TakeInDuplicate';
  readonly other: string;
  readonly kind: PetitionKind;
}
export interface LetGo {
  readonly type: 'LetGoDuplicate';
  readonly other: string;
}
export type MergeCommand = MergePetition | UnmergePetition | TakeIn | LetGo;

export function decideMerge(state: Taken, command: MergeCommand): MergeEvent[] {
  switch (command.type) {
    case 'MergePetition':
      return [merge(state, command)];
    case 'UnmergePetition':
      return [unmerge(state, command)];
    case 'TakeInDuplicate':
      return takeIn(state, command);
    case 'LetGoDuplicate': {
      const { other: petition } = command;
      if (!state.holds.includes(petition)) return [];
      return [{ type: 'DuplicateLetGo', data: { other: petition } }];
    }
  }
}

function merge(state: Taken, { into, reason }: MergePetition): MergeEvent {
  const refuse = refusalsOf(mergePetition);
  refuseDecided(state, refuse);
  refusePending(state, refuse);
  if (into === state.petition) throw refuse('MERGE_INTO_ITSELF');
  if (state.kind === 'denunciation') throw refuse('MERGE_DENUNCIATION');
  if (state.holds.length > 0) throw refuse('MERGE_HOLDS_OTHERS');
  const clocksEnded = endClocks(state.clocks, 'void', ...Object.keys(state.clocks.running));
  return {
    type: 'PetitionMerged',
    data: { into, reason, ...(clocksEnded.length > 0 ? { clocksEnded } : {}) },
  };
}

/** No day is lost: what was over is over still. */
function unmerge(state: Taken, { reason }: UnmergePetition): MergeEvent {
  if (state.mergedInto === null) throw refusalsOf(unmergePetition)('NOT_MERGED');
  const { kind, receivedOn, beforeMerging: back } = state;
  const clocksStarted = startingClocks(kind, receivedOn);
  return {
    type: 'PetitionUnmerged',
    data: { back, kind, reason, ...(clocksStarted.length > 0 ? { clocksStarted } : {}) },
  };
}

function takeIn(state: Taken, { other: petition, kind }: TakeIn): MergeEvent[] {
  const refuse = refusalsOf(mergePetition);
  if (state.holds.includes(petition)) return [];
  if (state.kind === 'denunciation') throw refuse('MERGE_DENUNCIATION');
  if (state.is === 'settled' || state.progress !== null) throw refuse('MERGE_TARGET_SETTLED');
  if (state.kind !== kind) throw refuse('MERGE_KIND_DIFFERS', { kind: state.kind });
  return [{ type: 'DuplicateTakenIn', data: { other: petition } }];
}

export function evolveMerge(state: Taken, event: MergeEvent): Partial<Taken> {
  switch (event.type) {
    case 'PetitionMerged': {
      const beforeMerging = state.is === 'classified' ? 'classified' : 'taken';
      return { is: 'settled', mergedInto: event.data.into, beforeMerging };
    }
    case 'PetitionUnmerged':
      return { is: event.data.back, mergedInto: null };
    case 'DuplicateTakenIn':
      return { holds: [...state.holds, event.data.other] };
    case 'DuplicateLetGo':
      return { holds: state.holds.filter((one) => one !== event.data.other) };
  }
}
