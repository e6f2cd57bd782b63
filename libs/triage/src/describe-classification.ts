import { KIND_WORDS } from '@minh-bach/contracts';
import { change, respondentChanges, type Described, type Names } from '@minh-bach/platform';
import { proposer } from './describe-proposed.ts';
import type { PetitionEvent } from './domain/petition.events.ts';
import { STATE_WORDS } from './words.ts';

type Classified = Extract<PetitionEvent, { type: 'PetitionClassified' }>['data'];

/** What it was found to be, and whether that came after its decision. */
export function describeClassification(data: Classified, names: Names): Described {
  const { proposedBy, kind, before, decided, reason } = data;
  const isDeclaredElse = kind !== before && proposedBy === undefined && decided === undefined;
  return {
    summary: summaryOf(data),
    changes: [
      ...proposer(proposedBy, names),
      ...(isDeclaredElse ? [change('Loại khai ban đầu', 'Declared as', KIND_WORDS[before])] : []),
      ...respondentChanges(data, names),
      ...(reason === null ? [] : [change('Lý do', 'Reason', reason)]),
    ],
    ...(decided === undefined ? { state: STATE_WORDS.classified } : {}),
  };
}

function summaryOf({ kind, proposedBy, decided }: Classified): Described['summary'] {
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
