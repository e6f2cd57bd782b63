import {
  MARK_PURPOSES,
  isSameSender,
  senderMarksSchema,
  senderSizesSchema,
  type SenderMarks,
} from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import type { Actor } from '@minh-bach/kernel';
import { written } from './written.ts';

/**
 * By the last word of reception on both, read in the log, as `verifiersOf`. What is a denunciation bears no
 * mark, so it never is.
 */
export async function areOfOneSender(
  store: EventStore,
  ...numbers: readonly [string, string]
): Promise<boolean> {
  const [one, other] = await Promise.all(numbers.map((number) => marksIn(store, number)));
  return isSameSender(one!, other!);
}

interface Said {
  readonly senderMarks?: unknown;
  readonly senderSizes?: unknown;
  readonly kind?: unknown;
  readonly fields?: unknown;
}

async function marksIn(store: EventStore, number: string): Promise<SenderMarks> {
  let marks: SenderMarks = {};
  for await (const { type, data } of written(store, `intake.petition-${number}`)) {
    const { kind, fields } = data as Said;
    const said = saidIn(data);
    if (type === 'PetitionRegistered') marks = said;
    if (type === 'ProgressNoted' && kind === 'denunciation') return {};
    if (type === 'SenderCorrected' && Array.isArray(fields))
      marks = { ...without(marks, fields), ...said };
  }
  return marks;
}

/** Who ever corrected its sender, as they acted. */
export async function senderCorrectorsOf(store: EventStore, number: string): Promise<Actor[]> {
  const correctors: Actor[] = [];
  for await (const { type, actor } of written(store, `intake.petition-${number}`))
    if (type === 'SenderCorrected') correctors.push(actor);
  return correctors;
}

export interface EverMarked {
  readonly field: keyof SenderMarks;
  readonly mark: string;
  /** Of how many words or digits (`markedSize`); older petitions do not say it. */
  readonly size: string | undefined;
}

/** By registration and corrections, now and before: read in the log, as protection is (ADR 31). */
export async function everMarkedIn(store: EventStore, number: string): Promise<EverMarked[]> {
  const ever: EverMarked[] = [];
  for await (const { data } of written(store, `intake.petition-${number}`)) {
    const said = saidIn(data);
    const sizes = senderSizesSchema.safeParse((data as Said).senderSizes).data ?? {};
    for (const field of Object.keys(MARK_PURPOSES) as (keyof SenderMarks)[]) {
      const mark = said[field];
      if (mark !== undefined) ever.push({ field, mark, size: sizes[field] });
    }
  }
  return ever;
}

const saidIn = (data: object): SenderMarks =>
  senderMarksSchema.safeParse((data as Said).senderMarks).data ?? {};

const without = (marks: SenderMarks, fields: readonly unknown[]): SenderMarks =>
  Object.fromEntries(Object.entries(marks).filter(([field]) => !fields.includes(field)));
