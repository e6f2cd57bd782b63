import type { LocalizedText } from './localized.ts';
import type { Conclusion } from './vocabulary.ts';

export const CONCLUSION_WORDS: Readonly<Record<Conclusion, LocalizedText>> = {
  upheld: { vi: 'Khiếu nại đúng', en: 'Complaint upheld' },
  partly_upheld: { vi: 'Khiếu nại đúng một phần', en: 'Complaint partly upheld' },
  dismissed: { vi: 'Khiếu nại sai toàn bộ', en: 'Complaint dismissed' },
};
