import { change, dayMonthYear, folioRange, storedEvent, words } from '@minh-bach/contracts';
import { z } from '@minh-bach/kernel';
import { folioSchema, papers, papersTold } from './case-file.ts';
import { date, version, working } from './event-parts.ts';

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
  z.strictObject({ givenBy: working, givenOn: date, text: working, ...papers, ...awaiting }),
  {
    ...recorded,
    files: ({ files = [] }) => files,
    history: ({ givenBy, givenOn, text, draft, ...recorded }) => ({
      summary: {
        vi: `Ghi nhận giải trình ngày ${dayMonthYear(givenOn)}.`,
        en: `Explanation of ${dayMonthYear(givenOn)} recorded.`,
      },
      changes: [
        change('Người giải trình', 'Given by', givenBy),
        change('Nội dung', 'Text', text),
        ...papersTold(recorded),
        ...awaited(draft),
      ],
    }),
  },
);

export const evidenceRecorded = storedEvent(
  'EvidenceRecorded',
  z.strictObject({
    title: working,
    obtainedOn: date,
    /** From whom. */
    source: working.exactOptional(),
    text: working,
    ...papers,
    ...awaiting,
  }),
  {
    ...recorded,
    files: ({ files = [] }) => files,
    history: ({ title, obtainedOn, source, text, draft, ...recorded }) => ({
      summary: {
        vi: `Ghi nhận chứng cứ thu thập ngày ${dayMonthYear(obtainedOn)}.`,
        en: `Evidence obtained on ${dayMonthYear(obtainedOn)} recorded.`,
      },
      changes: [
        change('Tên', 'Title', title),
        ...(source === undefined ? [] : [change('Người hoặc nơi cung cấp', 'From whom', source)]),
        change('Nội dung', 'Text', text),
        ...papersTold(recorded),
        ...awaited(draft),
      ],
    }),
  },
);

/** Taken out of the case file: it stays readable, and its numbers are given to no other. */
export const itemWithdrawn = storedEvent(
  'ItemWithdrawn',
  z.strictObject({
    /** Its place among all that was recorded. */
    item: z.number().int().positive(),
    folio: folioSchema.nullable(),
    reason: working,
    ...awaiting,
  }),
  {
    isAside: recorded.isAside,
    history: ({ item, folio, reason, draft }) => ({
      summary: folio
        ? words(
            `Rút tài liệu, bút lục ${folioRange(folio)}.`,
            `Paper withdrawn, folios ${folioRange(folio)}.`,
          )
        : words(`Rút tài liệu thứ ${item}.`, `Paper ${item} withdrawn.`),
      changes: [change('Lý do', 'Reason', reason), ...awaited(draft)],
    }),
  },
);
