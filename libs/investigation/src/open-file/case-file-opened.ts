import { change, folioRange, storedEvent, words } from '@minh-bach/contracts';
import { z, type EventOf } from '@minh-bach/kernel';
import { folioSchema } from '../domain/case-file.ts';
import { ofCase } from '../domain/event-parts.ts';

/** Stands there before the file opens. */
export const caseFileOpened = storedEvent(
  'CaseFileOpened',
  z.strictObject({
    ...ofCase,
    item: z.number().int().positive(),
    file: z.number().int().positive(),
    folio: folioSchema,
    original: z.boolean(),
  }),
  {
    history: ({ folio, original }) => ({
      summary: words(
        `Đã mở tệp trong hồ sơ, bút lục ${folioRange(folio)}.`,
        `A file of the case was opened, folios ${folioRange(folio)}.`,
      ),
      changes: [
        change(
          'Bản đã mở',
          'What was opened',
          original ? words('Tệp gốc', 'The original') : words('Bản làm việc', 'A working copy'),
        ),
      ],
    }),
  },
);

export type CaseFileOpened = EventOf<typeof caseFileOpened>;
