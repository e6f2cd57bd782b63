import {
  HANDLED_BY,
  storedEvent,
  words,
  type HandledBy,
  type LocalizedText,
  type Names,
} from '@minh-bach/contracts';
import { z } from '@minh-bach/kernel';

const moved = z.strictObject({
  /** `null`: nobody in the whole line. */
  to: z.string().nullable(),
  by: z.enum(HANDLED_BY),
  why: z.enum(['NOBODY_LEFT', 'SOMEBODY_AGAIN']),
});

/**
 * Another unit handles the denunciation from now on: the one above, since nobody is left in its own whom
 * it cannot be about, or its own again. Nobody's right waits for this event; it tells those concerned.
 */
export const handlingMoved = storedEvent('HandlingMoved', moved, {
  // Version 2 has officers for denunciations, too.
  version: 2,
  upcasters: { 1: (data) => data },
  history: (data, { names }) => ({ summary: inWords(data, names) }),
});

/** Before the name of the unit. */
const OF: Readonly<Record<HandledBy, LocalizedText>> = {
  classifiers: words('', ''),
  auditors: words('kiểm tra nội bộ của ', 'the auditors of '),
  officers: words('cán bộ tiếp nhận, xử lý tố cáo của ', 'the officers for denunciations of '),
};

function inWords({ to, by, why }: z.infer<typeof moved>, names: Names): LocalizedText {
  if (to === null)
    return {
      vi: 'Không còn ai trong đơn vị và các đơn vị cấp trên được xử lý đơn tố cáo này.',
      en: 'Nobody in the unit or the units above may handle this denunciation.',
    };
  const unit = names.unit(to);
  if (why === 'SOMEBODY_AGAIN')
    return {
      vi: `${unit.vi} lại có người được xử lý đơn tố cáo này.`,
      en: `${unit.en} again has somebody who may handle this denunciation.`,
    };
  const who = OF[by];
  return {
    vi: `Chuyển lên cấp trên xử lý: ${who.vi}${unit.vi}, vì trong đơn vị không còn người có quyền phân loại nào chắc chắn không liên quan đến nội dung tố cáo.`,
    en: `Passed up to ${who.en}${unit.en}: everybody in the unit who may classify could be involved in what is denounced.`,
  };
}
