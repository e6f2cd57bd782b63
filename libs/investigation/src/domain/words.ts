import type { LocalizedText } from '@minh-bach/contracts';
import type { Received } from './case.decider.ts';

export const STATE_WORDS: Readonly<Record<Received['is'], LocalizedText>> = {
  received: { vi: 'Chờ giao xác minh', en: 'Awaiting assignment' },
  assigned: { vi: 'Đang xác minh', en: 'Under verification' },
  proposed: { vi: 'Chờ phê duyệt', en: 'Awaiting approval' },
  approved: { vi: 'Đã phê duyệt kết luận', en: 'Conclusion approved' },
  decided: { vi: 'Đã ban hành quyết định', en: 'Decision issued' },
};
