import { RESPONSE_STATE_WORDS, type LocalizedText, type SendingMethod } from '@minh-bach/contracts';
import type { Requested } from './case.decider.ts';

export const STATE_WORDS: Readonly<Record<Requested['is'], LocalizedText>> = RESPONSE_STATE_WORDS;

export const METHOD_WORDS: Readonly<Record<SendingMethod, LocalizedText>> = {
  in_person: { vi: 'giao trực tiếp', en: 'in person' },
  registered_post: { vi: 'qua dịch vụ bưu chính bảo đảm', en: 'by registered post' },
  electronic: { vi: 'qua hệ thống văn bản điện tử', en: 'by the electronic document system' },
  posting: { vi: 'niêm yết công khai', en: 'by public posting' },
};
