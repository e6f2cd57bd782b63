import {
  CONCLUSION_WORDS,
  change,
  clockChanges,
  clockStartedSchema,
  conclusionSchema,
  dayMonthYear,
  deadlineBreached,
  petitionKindSchema,
  storedEvent,
  words,
} from '@minh-bach/contracts';
import { caseNumber, owningUnit, petitionNumber, sealed, type EventOf, z } from '@minh-bach/kernel';
import { STATE_WORDS } from './words.ts';

const date = z.iso.date();
const working = sealed('working', z.string());
const version = z.number().int().positive();
const instance = z.union([z.literal(1), z.literal(2)]);
/** What is told to others carries its case, since a translation sees one event. */
const ofCase = { case: caseNumber(), petitions: z.array(petitionNumber()).min(1) };
/** Where the case stands, never what was found. */
const told = ({ case: number, petitions }: { case: string; petitions: string[] }, on: string) => ({
  case: number,
  petitions,
  on,
});

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
  z.strictObject({ ...ofCase, assignee: z.string() }),
  {
    history: ({ assignee }, { names }) => ({
      summary: {
        vi: `Giao ${names.person(assignee)} xác minh.`,
        en: `Assigned to ${names.person(assignee)}.`,
      },
      state: STATE_WORDS.assigned,
    }),
    publishes: (data, { on }) => ({ type: 'CaseAssigned', data: told(data, on) }),
  },
);

export const noteAdded = storedEvent('NoteAdded', z.strictObject({ text: working }), {
  isAside: () => true,
  history: ({ text }) => ({
    summary: { vi: 'Ghi chú.', en: 'Note.' },
    changes: [change('Nội dung', 'Text', text)],
  }),
});

/** The draft that awaited approval when it was recorded: the person who approves has to see it, too. */
const awaiting = { draft: version.exactOptional() };
/** Version 2 says which draft awaited approval. Each draft rests on what was there before it. */
const recorded = {
  version: 2,
  upcasters: { 1: (data: unknown) => data },
  isAside: ({ draft }: { readonly draft?: number }) => draft === undefined,
};
const awaited = (draft: number | undefined) =>
  draft === undefined
    ? []
    : [
        change(
          'Ghi nhận khi chờ phê duyệt',
          'Recorded while awaiting approval',
          words(`Dự thảo phiên bản ${draft}`, `Draft version ${draft}`),
        ),
      ];

/** Giải trình of the complained-of side. */
export const explanationRecorded = storedEvent(
  'ExplanationRecorded',
  z.strictObject({ givenBy: working, givenOn: date, text: working, ...awaiting }),
  {
    ...recorded,
    history: ({ givenBy, givenOn, text, draft }) => ({
      summary: {
        vi: `Ghi nhận giải trình ngày ${dayMonthYear(givenOn)}.`,
        en: `Explanation of ${dayMonthYear(givenOn)} recorded.`,
      },
      changes: [
        change('Người giải trình', 'Given by', givenBy),
        change('Nội dung', 'Text', text),
        ...awaited(draft),
      ],
    }),
  },
);

export const evidenceRecorded = storedEvent(
  'EvidenceRecorded',
  z.strictObject({ title: working, obtainedOn: date, text: working, ...awaiting }),
  {
    ...recorded,
    history: ({ title, obtainedOn, text, draft }) => ({
      summary: {
        vi: `Ghi nhận chứng cứ thu thập ngày ${dayMonthYear(obtainedOn)}.`,
        en: `Evidence obtained on ${dayMonthYear(obtainedOn)} recorded.`,
      },
      changes: [change('Tên', 'Title', title), change('Nội dung', 'Text', text), ...awaited(draft)],
    }),
  },
);

/** A draft with a number of its own: who approves, approves this text. */
export const conclusionProposed = storedEvent(
  'ConclusionProposed',
  z.strictObject({
    ...ofCase,
    version,
    conclusion: conclusionSchema,
    findings: working,
    law: z.string(),
    measures: working,
  }),
  {
    history: ({ version, conclusion, findings, law, measures }) => ({
      summary: {
        vi: `Trình dự thảo kết luận, phiên bản ${version}: ${CONCLUSION_WORDS[conclusion].vi.toLowerCase()}.`,
        en: `Draft conclusion, version ${version}, submitted: ${CONCLUSION_WORDS[conclusion].en.toLowerCase()}.`,
      },
      changes: [
        change('Kết quả xác minh', 'Findings', findings),
        change('Căn cứ', 'Law', law),
        change('Biện pháp', 'Measures', measures),
      ],
      state: STATE_WORDS.proposed,
    }),
    publishes: (data, { on }) => ({ type: 'ConclusionProposed', data: told(data, on) }),
  },
);

export const conclusionReturned = storedEvent(
  'ConclusionReturned',
  z.strictObject({ ...ofCase, version, note: working }),
  {
    history: ({ version: of, note }) => ({
      summary: {
        vi: `Trả lại dự thảo phiên bản ${of} để hoàn thiện.`,
        en: `Draft version ${of} returned for revision.`,
      },
      changes: [change('Yêu cầu', 'Note', note)],
      state: STATE_WORDS.assigned,
    }),
    publishes: (data, { on }) => ({ type: 'ConclusionReturned', data: told(data, on) }),
  },
);

export const conclusionApproved = storedEvent(
  'ConclusionApproved',
  z.strictObject({
    ...ofCase,
    version,
    conclusion: conclusionSchema,
    kind: petitionKindSchema,
    unit: owningUnit(),
    instance,
    receivedOn: date,
    /** The earliest day on which it was ever said to have been received, where that is another. */
    keptSince: date.exactOptional(),
    gist: z.string().nullable(),
    /** The limit of resolution as it runs on, for those who draw up the decision. */
    clock: clockStartedSchema.exactOptional(),
    /** Person id: told to those who see to it that nobody else signs. */
    approvedBy: z.string().exactOptional(),
  }),
  {
    // Version 2 names who approved it.
    version: 2,
    upcasters: { 1: (data) => data },
    history: ({ version: of, conclusion }) => ({
      summary: {
        vi: `Phê duyệt kết luận phiên bản ${of}: ${CONCLUSION_WORDS[conclusion].vi.toLowerCase()}.`,
        en: `Conclusion version ${of} approved: ${CONCLUSION_WORDS[conclusion].en.toLowerCase()}.`,
      },
      state: STATE_WORDS.approved,
    }),
    publishes: ({ case: number, petitions, ...data }, { on: concludedOn }) => {
      const {
        conclusion,
        kind,
        unit,
        instance: of,
        receivedOn,
        keptSince,
        gist,
        clock,
        approvedBy,
      } = data;
      const kept = keptSince === undefined ? {} : { keptSince };
      const limit = clock === undefined ? {} : { clock };
      const approver = approvedBy === undefined ? {} : { approvedBy };
      return {
        type: 'CaseConcluded',
        data: {
          ...{ case: number, petitions, conclusion, kind, unit, instance: of },
          ...{ receivedOn, ...kept, gist, ...limit, concludedOn, ...approver },
        },
      };
    },
  },
);

/** Response issued the decision: what the clock of resolution asked for. */
export const decisionNoted = storedEvent(
  'DecisionNoted',
  z.strictObject({ decisionNumber: z.string(), issuedOn: date, ...clockChanges }),
  {
    history: ({ decisionNumber, issuedOn }) => ({
      summary: {
        vi: `Quyết định ${decisionNumber} ban hành ngày ${dayMonthYear(issuedOn)}; vụ việc đã được giải quyết.`,
        en: `Decision ${decisionNumber} was issued on ${dayMonthYear(issuedOn)}; the case is resolved.`,
      },
      state: STATE_WORDS.decided,
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

/** All that stands in the streams of cases here. */
export const caseEvents = [
  caseReceived,
  caseAssigned,
  noteAdded,
  explanationRecorded,
  evidenceRecorded,
  conclusionProposed,
  conclusionReturned,
  conclusionApproved,
  decisionNoted,
  receiptDateNoted,
  deadlineBreached,
] as const;

export type CaseEvent = EventOf<(typeof caseEvents)[number]>;
