import {
  change,
  refusalsOf,
  respondentChanges,
  storedEvent,
  strikeNames,
  type BodyOf,
} from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
import { proposer } from './decision.events.ts';

const list = z.array(z.string()).readonly();
const struckSchema = z.strictObject({ units: list, people: list });
type StruckNames = z.infer<typeof struckSchema>;

export interface StrikeNames extends BodyOf<typeof strikeNames> {
  readonly type: 'StrikeNames';
  /** Units, and people by their tags, that the last word no longer names. */
  readonly struck: StruckNames;
  /** Who took them out; `null`: there are none. */
  readonly correctedBy: string | null;
  /** Whether the corrector and the asker are one will. */
  readonly isOwn: boolean;
}

/** Two persons found that they were named in error: one corrected the names, another confirmed it. */
export const namesStruck = storedEvent(
  'NamesStruck',
  z.strictObject({
    struck: struckSchema,
    correctedBy: z.string(),
    reason: sealed('working', z.string()),
  }),
  {
    history: ({ struck, correctedBy, reason }, { names }) => ({
      summary: {
        vi: 'Xác nhận đính chính: bỏ những người, đơn vị đã ghi nhầm.',
        en: 'Confirmed: people and units named in error are struck out.',
      },
      changes: [
        ...proposer(correctedBy, names),
        ...respondentChanges({ respondents: struck }, names),
        change('Lý do', 'Reason', reason),
      ],
    }),
  },
);

/** At any time, also after the decision, as the correction itself. */
export function strike({
  struck,
  correctedBy,
  reason,
  isOwn,
}: StrikeNames): EventOf<typeof namesStruck> {
  const refuse = refusalsOf(strikeNames);
  if (correctedBy === null || struck.units.length + struck.people.length === 0)
    throw refuse('NOTHING_TO_STRIKE');
  if (isOwn) throw refuse('CORRECTED_BY_ONESELF');
  return { type: 'NamesStruck', data: { struck, correctedBy, reason } };
}
