import type { LocalizedText } from './localized.ts';

/** Where a petition stands while it is decided on, and what became of it then. */
export const TRIAGE_STATE_WORDS = {
  taken: { vi: 'Chờ phân loại', en: 'Awaiting classification' },
  classified: { vi: 'Đã phân loại, chờ quyết định', en: 'Classified, awaiting a decision' },
  accepted: { vi: 'Đã thụ lý', en: 'Accepted for resolution' },
  concluded: { vi: 'Đã kết luận', en: 'Concluded' },
  decision_issued: { vi: 'Đã ban hành quyết định', en: 'Decision issued' },
  not_accepted: { vi: 'Không thụ lý', en: 'Not accepted' },
  guided: { vi: 'Đã hướng dẫn', en: 'Sender guided' },
  transferred: { vi: 'Đã chuyển đơn', en: 'Transferred' },
  filed: { vi: 'Đã lưu đơn', en: 'Filed' },
  merged: { vi: 'Đã nhập vào đơn khác', en: 'Merged into another' },
} as const satisfies Record<string, LocalizedText>;

export const CASE_STATE_WORDS = {
  received: { vi: 'Chờ giao xác minh', en: 'Awaiting assignment' },
  assigned: { vi: 'Đang xác minh', en: 'Under verification' },
  proposed: { vi: 'Chờ phê duyệt', en: 'Awaiting approval' },
  approved: { vi: 'Đã phê duyệt kết luận', en: 'Conclusion approved' },
  decided: { vi: 'Đã ban hành quyết định', en: 'Decision issued' },
} as const satisfies Record<string, LocalizedText>;

export const RESPONSE_STATE_WORDS = {
  requested: { vi: 'Chờ ban hành quyết định', en: 'Decision to be issued' },
  issued: { vi: 'Đã ban hành quyết định, chờ gửi', en: 'Decision issued, to be sent' },
  sent: { vi: 'Đã gửi quyết định', en: 'Decision sent' },
  delivered: { vi: 'Người khiếu nại đã nhận quyết định', en: 'Decision received' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
} as const satisfies Record<string, LocalizedText>;
