import type { LocalizedText, SendingMethod } from '@minh-bach/contracts';
import type { Requested } from './case.decider.ts';

export const STATE_WORDS: Readonly<Record<Requested['is'], LocalizedText>> = {
  requested: { vi: 'Chờ ban hành quyết định', en: 'Decision to be issued' },
  issued: { vi: 'Đã ban hành quyết định, chờ gửi', en: 'Decision issued, to be sent' },
  sent: { vi: 'Đã gửi quyết định', en: 'Decision sent' },
  delivered: { vi: 'Người khiếu nại đã nhận quyết định', en: 'Decision received' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
};

export const METHOD_WORDS: Readonly<Record<SendingMethod, LocalizedText>> = {
  in_person: { vi: 'giao trực tiếp', en: 'in person' },
  registered_post: { vi: 'qua dịch vụ bưu chính bảo đảm', en: 'by registered post' },
  posting: { vi: 'niêm yết công khai', en: 'by public posting' },
};
