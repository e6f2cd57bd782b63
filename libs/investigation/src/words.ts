import type { Conclusion } from '@minh-bach/contracts';
import type { Both } from '@minh-bach/platform';
import type { Received } from './domain/case.decider.ts';

export const STATE_WORDS: Readonly<Record<Received['is'], Both>> = {
  received: { vi: 'Chờ giao xác minh', en: 'Awaiting assignment' },
  assigned: { vi: 'Đang xác minh', en: 'Under verification' },
  proposed: { vi: 'Chờ phê duyệt', en: 'Awaiting approval' },
  approved: { vi: 'Đã phê duyệt kết luận', en: 'Conclusion approved' },
  decided: { vi: 'Đã ban hành quyết định', en: 'Decision issued' },
};

export const CONCLUSION_WORDS: Readonly<Record<Conclusion, Both>> = {
  upheld: { vi: 'Khiếu nại đúng', en: 'Complaint upheld' },
  partly_upheld: { vi: 'Khiếu nại đúng một phần', en: 'Complaint partly upheld' },
  dismissed: { vi: 'Khiếu nại sai toàn bộ', en: 'Complaint dismissed' },
};
