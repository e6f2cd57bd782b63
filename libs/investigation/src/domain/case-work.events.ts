import { change, dayMonthYear, storedEvent, words } from '@minh-bach/contracts';
import { z } from '@minh-bach/kernel';
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
