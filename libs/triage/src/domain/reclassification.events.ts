import {
  KIND_WORDS,
  change,
  petitionKindSchema,
  respondentsFact,
  storedEvent,
} from '@minh-bach/contracts';
import { sealed, z } from '@minh-bach/kernel';
import { AWAITING_WORDS } from './words.ts';

/**
 * One person proposes that a denunciation is something else. What is proposed lies in a field of its
 * own: no row reads it as what the petition is. Nothing is changed yet, so nobody else hears of it.
 */
export const reclassificationProposed = storedEvent(
  'ReclassificationProposed',
  z.strictObject({
    proposed: z.strictObject({
      kind: petitionKindSchema,
      respondentUnit: z.string().exactOptional(),
      respondents: respondentsFact.exactOptional(),
    }),
    reason: sealed('working', z.string()),
  }),
  {
    history: ({ proposed, reason }) => ({
      summary: {
        vi: `Đề nghị phân loại lại đơn tố cáo thành ${KIND_WORDS[proposed.kind].vi.toLowerCase()}; chờ người thứ hai xác nhận.`,
        en: `Proposed: the denunciation is classified as ${KIND_WORDS[proposed.kind].en.toLowerCase()}; a second person has to confirm.`,
      },
      changes: [change('Lý do', 'Reason', reason)],
      state: AWAITING_WORDS,
    }),
  },
);

export const reclassificationDeclined = storedEvent(
  'ReclassificationDeclined',
  z.strictObject({
    proposed: z.strictObject({ kind: petitionKindSchema }),
    note: sealed('working', z.string()),
  }),
  {
    history: ({ proposed, note }) => ({
      summary: {
        vi: `Không chấp nhận phân loại lại thành ${KIND_WORDS[proposed.kind].vi.toLowerCase()}; đơn vẫn là tố cáo.`,
        en: `Not confirmed as ${KIND_WORDS[proposed.kind].en.toLowerCase()}; it stays a denunciation.`,
      },
      changes: [change('Lý do', 'Reason', note)],
    }),
  },
);
