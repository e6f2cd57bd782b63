import { localDate, sealed, z, type EventOf } from '@minh-bach/kernel';
import { computeDeadlineData } from '@minh-bach/rules';
import { REPORT_ON_DELAY } from './breach.ts';
import {
  clockChanges,
  clockOf,
  endClocks,
  type ClockEnded,
  type ClockStarted,
  type OpenClocks,
} from './clock-fact.ts';
import { URGING_GROUNDS, type URGING_REFUSALS, type UrgingGround } from './commands/urging.ts';
import type { LocalizedText } from './localized.ts';
import type { Refusal } from './refusal.ts';
import { storedEvent } from './stored-event.ts';
import { change, dayMonthYear } from './telling.ts';
import type { PetitionKind } from './vocabulary.ts';

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

const urgedShape = z.strictObject({
  to: z.string(),
  ground: z.enum(Object.keys(URGING_GROUNDS) as [UrgingGround, ...UrgingGround[]]),
  law: z.string(),
  /** Rules that are late, where those are urged: what has to follow a decision. */
  late: z.array(z.string()).exactOptional(),
  letter: z.string().nullable(),
  letterOn: z.string().exactOptional(),
  request: sealed('working', z.string()),
  ...clockChanges,
});

/**
 * Đôn đốc: the level above told the unit to resolve it. Each context has the event in its own streams.
 *
 * @param what it is told to do, behind the name of the unit
 */
export const lowerUnitUrgedTo = (what: LocalizedText) =>
  storedEvent('LowerUnitUrged', urgedShape, {
    history: ({ to, ground, law, late, letter, letterOn, request }, { names }) => {
      const unit = names.unit(to);
      const rules = late ?? (ground === 'step' ? [] : [RULES[ground]]);
      const explanation = URGING_GROUNDS[ground];
      return {
        summary: {
          vi: `Cấp trên đôn đốc ${unit.vi} ${what.vi}.`,
          en: `The level above urged ${unit.en} ${what.en}.`,
        },
        changes: [
          ...(letter === null ? [] : [change('Công văn đôn đốc', 'Letter', letter)]),
          ...(letterOn === undefined
            ? []
            : [change('Ngày công văn', 'Date of the letter', dayMonthYear(letterOn))]),
          change('Yêu cầu', 'Request', request),
        ],
        rules: rules.map((rule) => ({ rule, law, legal: true, explanation })),
      };
    },
  });

/** The unit told the level above why it is late. */
export const delayReported = storedEvent(
  'DelayReported',
  z.strictObject({
    letter: z.string().nullable(),
    report: sealed('working', z.string()),
    ...clockChanges,
  }),
  {
    history: ({ letter, report }) => ({
      summary: {
        vi: 'Báo cáo cấp trên lý do chậm giải quyết.',
        en: 'The delay was reported to the level above.',
      },
      changes: [
        ...(letter === null ? [] : [change('Văn bản báo cáo', 'Number of the report', letter)]),
        change('Nội dung báo cáo', 'Report', report),
      ],
    }),
  },
);

export type LowerUnitUrged = EventOf<ReturnType<typeof lowerUnitUrgedTo>>;
export type DelayReported = EventOf<typeof delayReported>;

/** What a stream has to know of how it was urged. */
export interface Urging {
  /** The last day on which the level above did. */
  readonly urgedOn: string | null;
  /** The unit that was told to act then. */
  readonly urgedTo: string | null;
  /** The unit has not answered it. */
  readonly awaitsReport: boolean;
}

export const NOT_URGED: Urging = { urgedOn: null, urgedTo: null, awaitsReport: false };

export const evolveUrging = (
  { urgedOn, urgedTo }: Urging,
  event: LowerUnitUrged | DelayReported,
  recordedAt: string,
): Urging =>
  event.type === 'LowerUnitUrged'
    ? { urgedOn: localDate(recordedAt), urgedTo: event.data.to, awaitsReport: true }
    : { urgedOn, urgedTo, awaitsReport: false };

/** Who was urged answers, or the unit that it lies with by now: nobody below takes an urging off them. */
export const mayReport = ({ urgedTo }: Urging, holding: string | null, unit: string): boolean =>
  unit === urgedTo || unit === holding;

interface Said {
  /** The unit that has to act; `null` where the actor does not stand directly above it. */
  readonly to: string | null;
  readonly letter: string | null;
  readonly letterOn: string | null;
  readonly request: string;
}

/** What is urged, as its stream tells it. */
export interface Urgeable extends Urging {
  readonly kind: PetitionKind;
  readonly clocks: OpenClocks;
  readonly receivedOn: string;
}

/** Why: not resolved yet, or rules of what has to follow a decision, with their law. */
type Why =
  | { readonly ground: 'reception' | 'overdue' }
  | { readonly ground: 'step'; readonly late: readonly ClockStarted[] };

/**
 * Not again on the same day, nor before the unit's date to report is over: no text says how often. A
 * report that is late stays late: the next urging gives it no new date.
 */
export function decideUrging(
  { kind, clocks, urgedOn, receivedOn }: Urgeable,
  { to, letter, letterOn, request }: Said,
  why: Why,
  now: string,
  refuse: Refusal<(typeof URGING_REFUSALS)[number]>,
): LowerUnitUrged {
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
  const asksForReport = kind === 'denunciation' && why.ground === 'overdue' && !report;
  return {
    type: 'LowerUnitUrged',
    data: {
      to,
      ground: why.ground,
      ...(why.ground === 'step'
        ? { law: lawsOf(why.late), late: why.late.map(({ rule }) => rule) }
        : { law: LAWS[kind][why.ground] }),
      letter,
      ...(letterOn === null ? {} : { letterOn }),
      request,
      ...(asksForReport ? { clocksStarted: [reportOnDelay(today)] } : {}),
    },
  };
}

const lawsOf = (late: readonly ClockStarted[]): string =>
  [...new Set(late.map(({ source }) => source.law))].join('; ');

/** Limits of the law that run and are over: internal targets are no ground. */
export const lateByLaw = ({ running }: OpenClocks, now: string): ClockStarted[] =>
  Object.values(running).filter(
    ({ legal, rule, endsAt }) =>
      legal && rule !== REPORT_ON_DELAY && Date.parse(endsAt) <= Date.parse(now),
  );

/** A report that is late is taken, too: the breach stays on record. */
export function decideReport(
  { awaitsReport, clocks }: Pick<Urgeable, 'awaitsReport' | 'clocks'>,
  { letter, report }: { readonly letter: string | null; readonly report: string },
  refuse: Refusal<'NO_REPORT_AWAITED'>,
): DelayReported {
  if (!awaitsReport) throw refuse('NO_REPORT_AWAITED');
  const clocksEnded = endClocks(clocks, 'met', REPORT_ON_DELAY);
  return {
    type: 'DelayReported',
    data: { letter, report, ...(clocksEnded.length > 0 ? { clocksEnded } : {}) },
  };
}

/** From the day that it is asked for. */
const reportOnDelay = (askedOn: string): ClockStarted =>
  clockOf(computeDeadlineData({ rule: REPORT_ON_DELAY, trigger: askedOn, receivedOn: askedOn }));

/** The level above sees that it is decided: no report is asked for any more. */
export const endReport = (clocks: OpenClocks): ClockEnded[] =>
  endClocks(clocks, 'void', REPORT_ON_DELAY);

/** The clocks that are a limit of the matter: a report is between units. */
export const withoutReport = (clocks: OpenClocks): OpenClocks => {
  const running = Object.entries(clocks.running).filter(([rule]) => rule !== REPORT_ON_DELAY);
  return { ...clocks, running: Object.fromEntries(running) };
};
