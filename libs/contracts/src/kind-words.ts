import type { PetitionKind } from './vocabulary.ts';

/** What petitions are called, everywhere alike. */
export const KIND_WORDS: Readonly<
  Record<PetitionKind, { readonly vi: string; readonly en: string }>
> = {
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
  petition: { vi: 'Kiến nghị', en: 'Petition' },
  feedback: { vi: 'Phản ánh', en: 'Feedback' },
};
