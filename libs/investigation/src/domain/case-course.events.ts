import {
  CONFLICT_WORDS,
  change,
  clockChanges,
  dayMonthYear,
  petitionKindSchema,
  storedEvent,
  words,
  type ConflictId,
} from '@minh-bach/contracts';
import { owningUnit, z } from '@minh-bach/kernel';
import { date, instance, ofCase, told } from './event-parts.ts';
import { STATE_WORDS } from './words.ts';

/** Triage accepted: the clock of resolution runs from acceptance (Luật Khiếu nại Đ.28). */
export const caseReceived = storedEvent(
  'CaseReceived',
  z.strictObject({
    ...ofCase,
    kind: petitionKindSchema,
    instance,
    /** The unit that must resolve it. */
    competentUnit: owningUnit(),
    respondentUnit: z.string().nullable(),
    receivedOn: date,
    keptSince: date.exactOptional(),
    acceptedOn: date,
    gist: z.string().nullable(),
    ...clockChanges,
  }),
  {
    history: ({ acceptedOn, competentUnit }, { names }) => ({
      summary: {
        vi: `Nhận vụ việc để xác minh; thời hạn giải quyết tính từ ngày thụ lý ${dayMonthYear(acceptedOn)}.`,
        en: `Case received for verification; the limit counts from acceptance on ${dayMonthYear(acceptedOn)}.`,
      },
      changes: [change('Đơn vị giải quyết', 'Resolving unit', names.unit(competentUnit))],
      state: STATE_WORDS.received,
    }),
    publishes: ({ case: number, petitions, acceptedOn, clocksStarted }) => {
      const clock = clocksStarted?.[0];
      return {
        type: 'CaseReceived',
        data: { case: number, petitions, acceptedOn, ...(clock ? { clock } : {}) },
      };
    },
  },
);

export const caseAssigned = storedEvent(
  'CaseAssigned',
  z.strictObject({
    ...ofCase,
    assignee: z.string(),
    /** By which rules of the list the head confirmed that there is no conflict of interest. */
    conflictsChecked: z.array(z.enum(Object.keys(CONFLICT_WORDS) as ConflictId[])).exactOptional(),
  }),
  {
    history: ({ assignee, conflictsChecked = [] }, { names }) => ({
      summary: {
        vi: `Giao ${names.person(assignee)} xác minh.`,
        en: `Assigned to ${names.person(assignee)}.`,
      },
      changes: conflictsChecked.map((rule) =>
        change('Đã đối chiếu xung đột lợi ích', 'Checked for conflicts', CONFLICT_WORDS[rule]),
      ),
      state: STATE_WORDS.assigned,
    }),
    publishes: (data, { on }) => ({ type: 'CaseAssigned', data: told(data, on) }),
  },
);

/** Response issued the decision: what the clock of resolution asked for. */
export const decisionNoted = storedEvent(
  'DecisionNoted',
  z.strictObject({
    decisionNumber: z.string(),
    issuedOn: date,
    /** The day of recording, while the day of issue waits for a second person. */
    countsFrom: date.exactOptional(),
    ...clockChanges,
  }),
  {
    history: ({ decisionNumber, issuedOn, countsFrom }) => ({
      summary: {
        vi: `Quyết định ${decisionNumber} ban hành ngày ${dayMonthYear(issuedOn)}; vụ việc đã được giải quyết.`,
        en: `Decision ${decisionNumber} was issued on ${dayMonthYear(issuedOn)}; the case is resolved.`,
      },
      changes:
        countsFrom === undefined
          ? []
          : [
              change(
                'Ngày dùng để tính hạn',
                'Day that counts',
                words(
                  `${dayMonthYear(countsFrom)}, ngày ghi nhận; ngày ban hành chờ người thứ hai xác nhận`,
                  `${dayMonthYear(countsFrom)}, when it was recorded; the day of issue waits for a second person`,
                ),
              ),
            ],
      state: STATE_WORDS.decided,
    }),
  },
);

/** A second person confirmed the day of issue, or did not. */
export const decisionDayNoted = storedEvent(
  'DecisionDayNoted',
  z.strictObject({ on: date, ...clockChanges }),
  {
    history: ({ on }) => ({
      summary: words(
        `Thời hạn giải quyết được tính đến ngày ${dayMonthYear(on)}, sau khi người thứ hai xem ngày ban hành.`,
        `The limit of resolution counts until ${dayMonthYear(on)}, as a second person found of the day of issue.`,
      ),
    }),
  },
);

/** Two people at reception corrected the day. */
export const receiptDateNoted = storedEvent(
  'ReceiptDateNoted',
  z.strictObject({
    ...ofCase,
    was: date,
    receivedOn: date,
    /** Response has the case by now, and is told. */
    isConcluded: z.boolean(),
  }),
  {
    history: ({ was, receivedOn }) => ({
      summary: words(
        `Ngày nhận đơn được đính chính: ${dayMonthYear(receivedOn)}, trước đây ghi ${dayMonthYear(was)}.`,
        `The receipt date was corrected: ${dayMonthYear(receivedOn)}, before ${dayMonthYear(was)}.`,
      ),
    }),
    publishes: ({ case: number, petitions, receivedOn, isConcluded }) =>
      isConcluded
        ? { type: 'CaseReceiptCorrected', data: { case: number, petitions, receivedOn } }
        : undefined,
  },
);
