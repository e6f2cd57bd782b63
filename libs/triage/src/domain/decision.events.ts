import {
  SETTLEMENT_GROUNDS,
  change,
  clockChanges,
  petitionKindSchema,
  settlementGroundSchema,
  storedEvent,
  type Names,
} from '@minh-bach/contracts';
import { caseNumber, petitionNumber, sealed, z } from '@minh-bach/kernel';
import { AWAITING_WORDS, OUTCOME_WORDS, STATE_WORDS } from './words.ts';

/** Where a decision comes from: the rule of the pack that a person agreed with, or differed from. */
export const basisSchema = z.strictObject({
  /** Order of the triage rule that was proposed; `null` when none held. */
  rule: z.number().int().nullable(),
  law: z.string(),
  proposed: z.array(z.string()),
  /** Did the person decide as proposed? */
  agreed: z.boolean(),
  packVersion: z.string(),
});
export type Basis = z.infer<typeof basisSchema>;

const rulesOf = ({ rule, law, agreed, packVersion }: Basis) => [
  {
    rule: rule === null ? 'TRIAGE' : `TRIAGE.${rule}`,
    version: packVersion,
    law,
    legal: true,
    explanation: agreed
      ? { vi: 'Quyết định theo đề xuất của hệ thống.', en: 'Decided as the engine proposed.' }
      : {
          vi: 'Quyết định khác đề xuất của hệ thống; lý do được ghi lại.',
          en: 'Decided otherwise than proposed; the reason is on record.',
        },
  },
];

const COMPETENCE_UNFOUNDED = {
  vi: 'Chưa xác định từ hồ sơ: đơn không nêu đơn vị hải quan bị khiếu nại',
  en: 'Not found from the file: no customs unit is named as complained of',
};
const CONDITIONS_MET = {
  vi: 'Người quyết định đã xác nhận đủ điều kiện (Luật Khiếu nại Đ.8, 9, 11)',
  en: 'Confirmed by the person who decided (Law on Complaints Art. 8, 9, 11)',
};
const CONDITIONS_UNRECORDED = {
  vi: 'Không được ghi lại khi thụ lý',
  en: 'Not recorded at acceptance',
};

/** Thụ lý: the petition is accepted and its case opened. */
export const petitionAccepted = storedEvent(
  'PetitionAccepted',
  z.strictObject({
    case: caseNumber(),
    instance: z.union([z.literal(1), z.literal(2)]),
    competentUnit: z.string(),
    /** What the case begins with, so that this event tells all of it. */
    kind: petitionKindSchema,
    receivedOn: z.iso.date(),
    /** The earliest day on which it was ever said to have been received, where that is another. */
    keptSince: z.iso.date().exactOptional(),
    respondentUnit: z.string().nullable(),
    gist: z.string().nullable(),
    /** Why this unit: the law that makes it competent; `null` where no unit of ours is named. */
    jurisdiction: z
      .strictObject({ level: z.string(), title: z.string(), law: z.string() })
      .nullable(),
    /** The person confirmed the conditions of Luật Khiếu nại Đ.8, 9, 11; `null`: not recorded then. */
    conditionsMet: z.literal(true).nullable(),
    reason: sealed('working', z.string()).nullable(),
    basis: basisSchema,
    ...clockChanges,
  }),
  {
    version: 2,
    upcasters: { 1: (data) => ({ ...(data as object), conditionsMet: null }) },
    history: (data, { names }) => ({
      summary: {
        vi: `Thụ lý giải quyết lần ${data.instance === 1 ? 'đầu' : 'hai'}; mở vụ việc ${data.case}.`,
        en: `Accepted for ${data.instance === 1 ? 'first' : 'second'} resolution; case ${data.case} opened.`,
      },
      changes: [
        change('Đơn vị có thẩm quyền', 'Competent unit', names.unit(data.competentUnit)),
        change(
          'Căn cứ thẩm quyền',
          'Basis of competence',
          data.jurisdiction?.law ?? COMPETENCE_UNFOUNDED,
        ),
        change(
          'Điều kiện thụ lý',
          'Conditions of acceptance',
          data.conditionsMet ? CONDITIONS_MET : CONDITIONS_UNRECORDED,
        ),
        ...(data.reason === null ? [] : [change('Lý do', 'Reason', data.reason)]),
      ],
      rules: rulesOf(data.basis),
      state: STATE_WORDS.accepted,
    }),
    publishes: (data, { matter, on }) => ({
      type: 'CaseOpened',
      data: {
        case: data.case,
        petitions: [matter],
        kind: data.kind,
        instance: data.instance,
        competentUnit: data.competentUnit,
        respondentUnit: data.respondentUnit,
        receivedOn: data.receivedOn,
        ...(data.keptSince === undefined ? {} : { keptSince: data.keptSince }),
        acceptedOn: on,
        gist: data.gist,
      },
    }),
  },
);

const settlement = {
  outcome: z.enum(['not_accepted', 'guided', 'transferred', 'filed']),
  /** The body the sender is guided to, or the petition transferred to. */
  competentBody: z.string().nullable(),
  /** Why, and by which notice, in what its sender may know; the reason in full is working text. */
  ground: settlementGroundSchema.exactOptional(),
  notice: z.string().exactOptional(),
  basis: basisSchema,
};

/** Where a second person confirmed. */
export const proposer = (proposedBy: string | undefined, names: Names) =>
  proposedBy === undefined
    ? []
    : [change('Người đề nghị', 'Proposed by', names.person(proposedBy))];

type Settlement = z.infer<z.ZodObject<typeof settlement>>;

const settlementChanges = ({ competentBody, ground, notice }: Settlement) => [
  ...(competentBody === null
    ? []
    : [change('Cơ quan có thẩm quyền', 'Competent body', competentBody)]),
  ...(ground === undefined ? [] : [change('Căn cứ', 'Ground', SETTLEMENT_GROUNDS[ground])]),
  ...(notice === undefined ? [] : [change('Văn bản gửi người gửi đơn', 'Notice', notice)]),
];

/** It ends here without a case: not accepted, guided, transferred or filed. */
export const petitionSettled = storedEvent(
  'PetitionSettled',
  z.strictObject({
    ...settlement,
    /** Where a second person confirmed, what they noted; the reason then stands in the proposal. */
    reason: sealed('working', z.string()).nullable(),
    /** Who proposed it, where a second person confirmed: a denunciation. */
    proposedBy: z.string().exactOptional(),
    ...clockChanges,
  }),
  {
    version: 2,
    upcasters: { 1: (data) => data },
    history: (data, { names }) => {
      const { outcome, reason, basis, proposedBy } = data;
      const words = OUTCOME_WORDS[outcome];
      return {
        summary:
          proposedBy === undefined
            ? { vi: `${words.vi}.`, en: `${words.en}.` }
            : {
                vi: `Xác nhận đề nghị đối với đơn tố cáo: ${words.vi.toLowerCase()}.`,
                en: `Confirmed for the denunciation: ${words.en.toLowerCase()}.`,
              },
        changes: [
          ...proposer(proposedBy, names),
          ...settlementChanges(data),
          ...(reason === null ? [] : [change('Lý do', 'Reason', reason)]),
        ],
        rules: rulesOf(basis),
        state: words,
      };
    },
    publishes: ({ outcome, competentBody, ground, notice, proposedBy }, { matter, on }) => ({
      type: 'PetitionSettled',
      data: {
        ...{ petition: matter, outcome, on },
        // A denunciation takes two persons: of it no more than that is told.
        ...(proposedBy === undefined && {
          ...(competentBody === null ? {} : { competentBody }),
          ...(ground === undefined ? {} : { ground }),
          ...(notice === undefined ? {} : { notice }),
        }),
      },
    }),
  },
);

/** One person proposes how a denunciation ends. Its clocks run on, and nobody else hears of it. */
export const settlementProposed = storedEvent(
  'SettlementProposed',
  z.strictObject({
    proposed: z.strictObject(settlement),
    reason: sealed('working', z.string()),
  }),
  {
    history: ({ proposed, reason }) => ({
      summary: {
        vi: `Đề nghị đối với đơn tố cáo: ${OUTCOME_WORDS[proposed.outcome].vi.toLowerCase()}; chờ người thứ hai xác nhận.`,
        en: `Proposed for the denunciation: ${OUTCOME_WORDS[proposed.outcome].en.toLowerCase()}; a second person has to confirm.`,
      },
      changes: [...settlementChanges(proposed), change('Lý do', 'Reason', reason)],
      rules: rulesOf(proposed.basis),
      state: AWAITING_WORDS,
    }),
  },
);

export const settlementDeclined = storedEvent(
  'SettlementDeclined',
  z.strictObject({
    proposed: z.strictObject({ outcome: settlement.outcome }),
    note: sealed('working', z.string()),
  }),
  {
    history: ({ proposed, note }) => ({
      summary: {
        vi: `Không chấp nhận đề nghị: ${OUTCOME_WORDS[proposed.outcome].vi.toLowerCase()}; đơn tố cáo vẫn chờ quyết định.`,
        en: `Not confirmed: ${OUTCOME_WORDS[proposed.outcome].en.toLowerCase()}; the denunciation still awaits a decision.`,
      },
      changes: [change('Lý do', 'Reason', note)],
      state: STATE_WORDS.classified,
    }),
  },
);

/** A case number is drawn once: this stream is named after it. */
export const caseNumberReserved = storedEvent(
  'CaseNumberReserved',
  z.strictObject({ case: caseNumber(), petition: petitionNumber() }),
  {
    history: ({ case: number }) => ({
      summary: { vi: `Cấp số vụ việc ${number}.`, en: `Case number ${number} drawn.` },
    }),
  },
);
