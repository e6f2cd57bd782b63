import type { LocalizedText } from './localized.ts';
import type { SendingMethod } from './vocabulary.ts';

/** How a decision goes out, as forms and pages name it. */
export const SENDING_WORDS: Readonly<Record<SendingMethod, LocalizedText>> = {
  in_person: { vi: 'Giao trực tiếp', en: 'Handed over in person' },
  registered_post: { vi: 'Qua dịch vụ bưu chính bảo đảm', en: 'Registered post' },
  posting: { vi: 'Niêm yết công khai', en: 'Public posting' },
};
