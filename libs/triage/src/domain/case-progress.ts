import { dayMonthYear, storedEvent } from '@minh-bach/contracts';
import { caseNumber, z, type EventOf } from '@minh-bach/kernel';
import type { Taken } from './petition.state.ts';

const progressSchema = z.enum(['concluded', 'decision_issued']);
/** How far the case of an accepted petition has come. */
export type CaseProgress = z.infer<typeof progressSchema>;

const ORDER = progressSchema.options;

export interface NoteProgress {
  readonly type: 'NoteProgress';
  readonly case: string;
  readonly progress: CaseProgress;
  readonly on: string;
}

/** Investigation or response told what became of its case: lists name it. */
export const caseProgressNoted = storedEvent(
  'CaseProgressNoted',
  z.strictObject({ case: caseNumber(), progress: progressSchema, on: z.iso.date() }),
  {
    // Nobody decides anything here by it.
    isAside: () => true,
    history: ({ case: number, progress, on }) => ({
      summary:
        progress === 'concluded'
          ? {
              vi: `Vụ việc ${number} đã có kết luận ngày ${dayMonthYear(on)}.`,
              en: `Case ${number} was concluded on ${dayMonthYear(on)}.`,
            }
          : {
              vi: `Đã ban hành quyết định của vụ việc ${number} ngày ${dayMonthYear(on)}.`,
              en: `The decision of case ${number} was issued on ${dayMonthYear(on)}.`,
            },
    }),
  },
);

/** News of a case that was not opened for this petition change nothing, nor does what came out of order. */
export function noteProgress(
  { case: opened, progress: known }: Taken,
  { case: number, progress, on }: NoteProgress,
): EventOf<typeof caseProgressNoted>[] {
  if (opened !== number || !isFurther(progress, known)) return [];
  return [{ type: 'CaseProgressNoted', data: { case: number, progress, on } }];
}

const isFurther = (told: CaseProgress, known: CaseProgress | null): boolean =>
  known === null || ORDER.indexOf(told) > ORDER.indexOf(known);
