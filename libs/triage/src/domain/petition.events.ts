import {
  KIND_WORDS,
  alarmRaised,
  breachWithdrawn,
  change,
  channelSchema,
  clockChanges,
  clockRecalculated,
  dayMonthYear,
  deadlineBreached,
  delayReported,
  petitionKindSchema,
  respondentChanges,
  respondentsFact,
  senderKindSchema,
  storedEvent,
  type LocalizedText,
  type PetitionKind,
} from '@minh-bach/contracts';
import { owningUnit, petitionNumber, sealed, type EventOf, z } from '@minh-bach/kernel';
import {
  caseNumberReserved,
  petitionAccepted,
  petitionSettled,
  proposer,
  settlementDeclined,
  settlementProposed,
} from './decision.events.ts';
import { denunciationCalled } from './calls.events.ts';
import { caseProgressNoted } from './case-progress.ts';
import { handlingMoved } from './handling.events.ts';
import { reclassificationDeclined, reclassificationProposed } from './reclassification.events.ts';
import { receiptDateNoted } from './note-receipt.ts';
import { duplicateLetGo, duplicateTakenIn, petitionMerged, petitionUnmerged } from './merge.ts';
import { namesStruck } from './strike.ts';
import { limitForSender } from './petition-clocks.ts';
import { lowerUnitUrged } from './urge.ts';
import { STATE_WORDS } from './words.ts';

export type { Basis } from './decision.events.ts';

/** A petition arrived from reception; the clocks of its declared kind run from its receipt. */
export const petitionTaken = storedEvent(
  'PetitionTaken',
  z.strictObject({
    petition: petitionNumber(),
    declaredKind: petitionKindSchema,
    channel: channelSchema,
    senderKind: senderKindSchema,
    /** The unit that received it. */
    unit: owningUnit(),
    receivedOn: z.iso.date(),
    datedOn: z.iso.date().nullable(),
    signed: z.boolean(),
    named: z.boolean(),
    legible: z.boolean(),
    language: z.string(),
    respondentUnit: z.string().nullable(),
    respondents: respondentsFact.exactOptional(),
    /** `null` for a denunciation. */
    gist: z.string().nullable(),
    ...clockChanges,
  }),
  {
    history: ({ receivedOn, unit }, { names }) => ({
      summary: {
        vi: `Chuyển đến bộ phận xử lý đơn; thời hạn tính từ ngày nhận ${dayMonthYear(receivedOn)}.`,
        en: `Handed to petition handling; limits count from receipt on ${dayMonthYear(receivedOn)}.`,
      },
      changes: [change('Đơn vị', 'Unit', names.unit(unit))],
      state: STATE_WORDS.taken,
    }),
    publishes: (data, { matter }) => {
      const { clock } = limitForSender(data, data.declaredKind);
      return { type: 'PetitionTaken', data: { petition: matter, ...(clock ? { clock } : {}) } };
    },
  },
);

/** A person said what it is, by content and not by title. */
export const petitionClassified = storedEvent(
  'PetitionClassified',
  z.strictObject({
    kind: petitionKindSchema,
    before: petitionKindSchema,
    reason: sealed('working', z.string()).nullable(),
    /** The unit complained of, where the registration names none and this classification does. */
    respondentUnit: z.string().exactOptional(),
    respondents: respondentsFact.exactOptional(),
    /** Who proposed it, where a second person confirmed: from denunciation to another kind. */
    proposedBy: z.string().exactOptional(),
    /** The decision that was there before, and stays as it is: called a denunciation only afterwards. */
    decided: z.enum(['accepted', 'settled']).exactOptional(),
    ...clockChanges,
  }),
  {
    history: (data, { names }) => {
      const { proposedBy, kind, before, decided, reason } = data;
      const isDeclaredElse = kind !== before && proposedBy === undefined && decided === undefined;
      return {
        summary: classificationInWords(data),
        changes: [
          ...proposer(proposedBy, names),
          ...(isDeclaredElse
            ? [change('Loại khai ban đầu', 'Declared as', KIND_WORDS[before])]
            : []),
          ...respondentChanges(data, names),
          ...(reason === null ? [] : [change('Lý do', 'Reason', reason)]),
        ],
        ...(decided === undefined ? { state: STATE_WORDS.classified } : {}),
      };
    },
    publishes: (data, { matter }) => {
      const { kind, respondentUnit } = data;
      const named = respondentUnit === undefined ? {} : { respondentUnit };
      const limit = limitForSender(data, kind);
      return { type: 'PetitionClassified', data: { petition: matter, kind, ...named, ...limit } };
    },
  },
);

/** What it was found to be, and whether that came after its decision. */
function classificationInWords({
  kind,
  proposedBy,
  decided,
}: {
  readonly kind: PetitionKind;
  readonly proposedBy?: string;
  readonly decided?: string;
}): LocalizedText {
  const { vi, en } = KIND_WORDS[kind];
  const [found, foundEn] = [vi.toLowerCase(), en.toLowerCase()];
  if (decided !== undefined)
    return {
      vi: `Xác định đơn là ${found} sau khi đã có quyết định xử lý; quyết định đó không thay đổi.`,
      en: `Classified as ${foundEn} after it was decided; the decision stays as it is.`,
    };
  if (proposedBy !== undefined)
    return {
      vi: `Xác nhận phân loại lại đơn tố cáo thành ${found}.`,
      en: `Confirmed: the denunciation is classified as ${foundEn}.`,
    };
  return { vi: `Phân loại đơn: ${found}.`, en: `Classified as ${foundEn}.` };
}

/**
 * Who is complained of or denounced, in place of what was said before: said once, they stay kept out.
 * Every service reads it in the log itself, so no message tells of it.
 */
export const respondentsCorrected = storedEvent(
  'RespondentsCorrected',
  z.strictObject({
    respondentUnit: z.string().nullable(),
    respondents: respondentsFact.exactOptional(),
    reason: sealed('working', z.string()),
  }),
  {
    history: (data, { names }) => ({
      summary: {
        vi: 'Đính chính người, đơn vị bị khiếu nại, tố cáo.',
        en: 'The respondents were corrected.',
      },
      changes: [...respondentChanges(data, names), change('Lý do', 'Reason', data.reason)],
    }),
  },
);

export const noteAdded = storedEvent(
  'NoteAdded',
  z.strictObject({ text: sealed('working', z.string()) }),
  {
    isAside: () => true,
    history: ({ text }) => ({
      summary: { vi: 'Ghi chú.', en: 'Note.' },
      changes: [change('Nội dung', 'Text', text)],
    }),
  },
);

/** All that stands in the streams of petitions here. */
const petitionEvents = [
  petitionTaken,
  petitionClassified,
  handlingMoved,
  reclassificationProposed,
  reclassificationDeclined,
  settlementProposed,
  settlementDeclined,
  respondentsCorrected,
  namesStruck,
  petitionAccepted,
  petitionSettled,
  petitionMerged,
  petitionUnmerged,
  duplicateTakenIn,
  duplicateLetGo,
  lowerUnitUrged,
  delayReported,
  caseProgressNoted,
  noteAdded,
  receiptDateNoted,
  clockRecalculated,
  breachWithdrawn,
  deadlineBreached,
] as const;
export type PetitionEvent = EventOf<(typeof petitionEvents)[number]>;
export type CaseNumberReserved = EventOf<typeof caseNumberReserved>;

export const triageEvents = [
  ...petitionEvents,
  caseNumberReserved,
  denunciationCalled,
  alarmRaised,
];
