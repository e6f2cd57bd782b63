import { dayMonthYear, type LocalizedText, type PetitionState } from '@minh-bach/contracts';

/** The state in one sentence, for its sender: where it stands, since when, what comes next. */
const SENTENCES: Readonly<Record<PetitionState, { readonly vi: string; readonly en: string }>> = {
  received: {
    vi: 'Đơn của ông/bà đã được tiếp nhận ngày {on} và đang chờ phân loại.',
    en: 'Your petition was received on {on} and awaits classification.',
  },
  classified: {
    vi: 'Đơn của ông/bà đã được phân loại ngày {on}; cơ quan hải quan sẽ thông báo việc thụ lý hoặc cách xử lý khác.',
    en: 'Your petition was classified on {on}; you will be told whether it is accepted or handled otherwise.',
  },
  accepted: {
    vi: 'Đơn của ông/bà đã được thụ lý ngày {on} và sẽ được giao xác minh.',
    en: 'Your petition was accepted for resolution on {on} and will be assigned for verification.',
  },
  not_accepted: {
    vi: 'Đơn của ông/bà không được thụ lý (ngày {on}); lý do được nêu trong thông báo gửi ông/bà.',
    en: 'Your petition was not accepted (on {on}); the notice sent to you gives the reason.',
  },
  guided: {
    vi: 'Ngày {on}, ông/bà đã được hướng dẫn gửi đơn đến cơ quan có thẩm quyền.',
    en: 'On {on} you were guided to the competent body.',
  },
  transferred: {
    vi: 'Đơn của ông/bà đã được chuyển đến cơ quan có thẩm quyền ngày {on}.',
    en: 'Your petition was transferred to the competent body on {on}.',
  },
  filed: {
    vi: 'Đơn của ông/bà đã được lưu ngày {on} vì không đủ điều kiện xử lý.',
    en: 'Your petition was filed on {on}, since it does not meet the conditions for processing.',
  },
  under_verification: {
    vi: 'Vụ việc của ông/bà đang được xác minh từ ngày {on}.',
    en: 'Your case has been under verification since {on}.',
  },
  awaiting_approval: {
    vi: 'Vụ việc của ông/bà đã xác minh xong và đang chờ phê duyệt kết luận từ ngày {on}.',
    en: 'Your case has been verified; its conclusion has awaited approval since {on}.',
  },
  concluded: {
    vi: 'Vụ việc của ông/bà đã có kết luận ngày {on}; quyết định giải quyết đang được soạn thảo để ban hành.',
    en: 'Your case was concluded on {on}; the decision is being drawn up.',
  },
  decision_issued: {
    vi: 'Quyết định giải quyết đã được ban hành ngày {on} và sẽ được gửi đến ông/bà.',
    en: 'The decision was issued on {on} and will be sent to you.',
  },
  decision_sent: {
    vi: 'Quyết định giải quyết đã được gửi đến ông/bà ngày {on}.',
    en: 'The decision was sent to you on {on}.',
  },
  closed: {
    vi: 'Vụ việc của ông/bà đã kết thúc ngày {on}.',
    en: 'Your case was closed on {on}.',
  },
};

export function sentenceOf(state: PetitionState, on: string): LocalizedText {
  const { vi, en } = SENTENCES[state];
  const date = dayMonthYear(on);
  return { vi: vi.replace('{on}', date), en: en.replace('{on}', date) };
}
