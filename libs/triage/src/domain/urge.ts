import {
  REPORT_ON_DELAY,
  URGING_GROUNDS,
  change,
  clockChanges,
  dayMonthYear,
  refusalsOf,
  storedEvent,
  urgeLowerUnit,
  type BodyOf,
} from '@minh-bach/contracts';
import { localDate, sealed, z, type EventOf } from '@minh-bach/kernel';
import { reportOnDelay } from './petition-clocks.ts';
import { refuseDecided, type Taken } from './petition.state.ts';

export interface UrgeLowerUnit extends BodyOf<typeof urgeLowerUnit> {
  readonly type: 'UrgeLowerUnit';
  /** The unit that has to resolve it; `null` where the actor does not stand directly above it. */
  readonly to: string | null;
}

const RULES = { reception: 'TRIAGE.165', overdue: 'TRIAGE.170' };
const RECEPTION = 'Luật Tiếp công dân Đ.26 k.1 b; NĐ 154/2026/NĐ-CP Đ.15 k.3';
/** By the kind of what is urged: the law speaks of these two alone. */
const LAWS = {
  complaint: {
    reception: RECEPTION,
    overdue: 'Luật Khiếu nại Đ.7 k.1, Đ.33; NĐ 124/2020/NĐ-CP Đ.4 k.2',
  },
  denunciation: {
    reception: RECEPTION,
    overdue: 'Luật Tố cáo Đ.38 k.1-3; TT 05/2021/TT-TTCP Đ.14 k.2',
  },
};

/** Đôn đốc: the level above told the unit to resolve it. */
export const lowerUnitUrged = storedEvent(
  'LowerUnitUrged',
  z.strictObject({
    to: z.string(),
    ground: z.enum(['reception', 'overdue']),
    law: z.string(),
    letter: z.string().nullable(),
    letterOn: z.string().exactOptional(),
    request: sealed('working', z.string()),
    ...clockChanges,
  }),
  {
    history: ({ to, ground, law, letter, letterOn, request }, { names }) => {
      const unit = names.unit(to);
      return {
        summary: {
          vi: `Cấp trên đôn đốc ${unit.vi} giải quyết đơn.`,
          en: `The level above urged ${unit.en} to resolve it.`,
        },
        changes: [
          ...(letter === null ? [] : [change('Công văn đôn đốc', 'Letter', letter)]),
          ...(letterOn === undefined
            ? []
            : [change('Ngày công văn', 'Date of the letter', dayMonthYear(letterOn))]),
          change('Yêu cầu', 'Request', request),
        ],
        rules: [{ rule: RULES[ground], law, legal: true, explanation: URGING_GROUNDS[ground] }],
      };
    },
  },
);

/**
 * Not again on the same day, nor before the unit's date to report is over: no text says how often. A
 * report that is late stays late: the next urging gives it no new date.
 */
export function urge(
  state: Taken,
  { to, ground, letter, letterOn, request }: UrgeLowerUnit,
  now: string,
): EventOf<typeof lowerUnitUrged> {
  const refuse = refusalsOf(urgeLowerUnit);
  const { kind, clocks, urgedOn, receivedOn } = state;
  refuseDecided(state, refuse);
  if (to === null) throw refuse('NOT_DIRECTLY_ABOVE');
  if (kind !== 'complaint' && kind !== 'denunciation') throw refuse('KIND_NOT_URGED', { kind });
  const today = localDate(now);
  if (letterOn !== null) {
    if (letter === null) throw refuse('LETTER_NUMBER_MISSING');
    if (letterOn > today) throw refuse('DATE_IN_FUTURE', { field: '/letterOn' });
    if (letterOn < receivedOn) throw refuse('LETTER_BEFORE_RECEIPT');
  }
  const report = clocks.running[REPORT_ON_DELAY];
  const isAwaited = report !== undefined && Date.parse(now) < Date.parse(report.endsAt);
  if (isAwaited || urgedOn === today) throw refuse('ALREADY_URGED', { on: urgedOn });
  const asksForReport = kind === 'denunciation' && ground === 'overdue' && !report;
  return {
    type: 'LowerUnitUrged',
    data: {
      to,
      ground,
      law: LAWS[kind][ground],
      letter,
      ...(letterOn === null ? {} : { letterOn }),
      request,
      ...(asksForReport ? { clocksStarted: [reportOnDelay(today)] } : {}),
    },
  };
}
