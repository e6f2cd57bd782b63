import { isSameSender, senderMarksSchema, type SenderMarks } from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
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

/** By registration and corrections, now and before: read in the log, as protection is (ADR 31). */
export async function everMarksIn(store: EventStore, number: string): Promise<SenderMarks[]> {
  const ever: SenderMarks[] = [];
  for await (const { data } of written(store, `intake.petition-${number}`)) {
    const said = saidIn(data);
    if (Object.keys(said).length > 0) ever.push(said);
  }
  return ever;
}

const saidIn = (data: object): SenderMarks =>
  senderMarksSchema.safeParse((data as Said).senderMarks).data ?? {};

const without = (marks: SenderMarks, fields: readonly unknown[]): SenderMarks =>
  Object.fromEntries(Object.entries(marks).filter(([field]) => !fields.includes(field)));
