import {
  CONCLUSION_WORDS,
  change,
  clockStartedSchema,
  conclusionSchema,
  petitionKindSchema,
  storedEvent,
} from '@minh-bach/contracts';
import { owningUnit, z } from '@minh-bach/kernel';
import { date, instance, ofCase, told, version, working } from './event-parts.ts';
import { STATE_WORDS } from './words.ts';

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
