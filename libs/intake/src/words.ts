import type { Channel, PetitionState } from '@minh-bach/contracts';
import type { Both } from '@minh-bach/platform';

export const CHANNEL_WORDS: Readonly<Record<Channel, Both>> = {
  in_person: { vi: 'Trực tiếp tại nơi tiếp công dân', en: 'In person at reception' },
  post: { vi: 'Qua dịch vụ bưu chính', en: 'By post' },
  petition_box: { vi: 'Hộp thư góp ý, bộ phận tiếp nhận đơn', en: 'Petition box, front desk' },
  forwarded: { vi: 'Cơ quan khác chuyển đến', en: 'Forwarded by another body' },
};

export const STATE_WORDS: Readonly<Record<PetitionState, Both>> = {
  received: { vi: 'Mới tiếp nhận', en: 'Received' },
  classified: { vi: 'Đã phân loại, chờ quyết định xử lý', en: 'Classified, awaiting a decision' },
  accepted: { vi: 'Đã thụ lý', en: 'Accepted for resolution' },
  not_accepted: { vi: 'Không thụ lý', en: 'Not accepted' },
  guided: { vi: 'Đã hướng dẫn người gửi đơn', en: 'Sender guided' },
  transferred: { vi: 'Đã chuyển cơ quan có thẩm quyền', en: 'Transferred to the competent body' },
  filed: { vi: 'Đã lưu đơn', en: 'Filed, no processing' },
  under_verification: { vi: 'Đang xác minh', en: 'Under verification' },
  awaiting_approval: { vi: 'Chờ phê duyệt', en: 'Awaiting approval' },
  concluded: {
    vi: 'Đã có kết luận, chờ ban hành quyết định',
    en: 'Concluded, decision being drawn up',
  },
  decision_issued: { vi: 'Đã ban hành quyết định', en: 'Decision issued' },
  decision_sent: { vi: 'Đã gửi quyết định', en: 'Decision sent' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
};

/** What an identity is opened for, by its code. */
export const PURPOSE_WORDS: Readonly<Record<string, Both>> = {
  'contact-sender': { vi: 'liên hệ người gửi đơn', en: 'to contact the sender' },
  'verify-identity': { vi: 'xác minh nhân thân', en: 'to verify the identity' },
  'prepare-decision': { vi: 'soạn và gửi văn bản', en: 'to prepare and send documents' },
  supervise: { vi: 'kiểm tra, giám sát', en: 'to supervise' },
};
