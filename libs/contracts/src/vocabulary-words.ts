import type { LocalizedText } from './localized.ts';
import type { Role } from './roles.ts';
import type {
  Channel,
  Conclusion,
  PetitionKind,
  PetitionState,
  SenderKind,
  SendingMethod,
} from './vocabulary.ts';

// What the codes of the vocabulary are called: in pages, histories, `mb` and docs/vocabulary.md alike.

export const KIND_WORDS: Readonly<Record<PetitionKind, LocalizedText>> = {
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
  petition: { vi: 'Kiến nghị', en: 'Petition' },
  feedback: { vi: 'Phản ánh', en: 'Feedback' },
};

/** Bodies that forward petitions. Which notice they are owed, and by when, goes by their kind. */
export const FORWARDER_WORDS = {
  assembly: { vi: 'Cơ quan của Quốc hội, Hội đồng nhân dân', en: 'Body of an assembly' },
  deputy: { vi: 'Đại biểu Quốc hội, đại biểu Hội đồng nhân dân', en: 'Deputy of an assembly' },
  reception: { vi: 'Ban tiếp công dân', en: 'Citizen reception board' },
  front: { vi: 'Mặt trận Tổ quốc, tổ chức thành viên', en: 'Fatherland Front or a member body' },
  press: { vi: 'Cơ quan báo chí', en: 'Press' },
  agency: { vi: 'Cơ quan, đơn vị khác', en: 'Another agency' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type Forwarder = keyof typeof FORWARDER_WORDS;

export const CHANNEL_WORDS: Readonly<Record<Channel, LocalizedText>> = {
  in_person: { vi: 'Trực tiếp tại nơi tiếp công dân', en: 'In person at reception' },
  post: { vi: 'Qua dịch vụ bưu chính', en: 'By post' },
  petition_box: { vi: 'Hộp thư góp ý, bộ phận tiếp nhận đơn', en: 'Petition box, front desk' },
  forwarded: { vi: 'Cơ quan khác chuyển đến', en: 'Forwarded by another body' },
};

/** What is known of a sender. */
export const SENDER_FIELD_WORDS = {
  name: { vi: 'Họ tên, tên gọi đúng', en: 'Right name' },
  address: { vi: 'Địa chỉ đúng', en: 'Right address' },
  phone: { vi: 'Số điện thoại đúng', en: 'Right phone number' },
  email: { vi: 'Thư điện tử đúng', en: 'Right e-mail address' },
  idNumber: {
    vi: 'Số căn cước, hộ chiếu hoặc mã số thuế đúng',
    en: 'Right identity, passport or tax number',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why what is known of a sender is corrected: free words could tell who it is. */
export const SENDER_CORRECTION_WORDS = {
  slip: { vi: 'Ghi nhầm khi vào sổ', en: 'A slip at registration' },
  paper: { vi: 'Theo giấy tờ của người gửi', en: 'As the sender’s papers have it' },
  sender: { vi: 'Người gửi đơn đề nghị sửa', en: 'The sender asked for it' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** What proves the day on which a petition came. */
export const PROOF_WORDS = {
  postmark: { vi: 'Dấu bưu điện trên phong bì', en: 'Postmark on the envelope' },
  mail_book: { vi: 'Sổ văn bản đến', en: 'Book of incoming mail' },
  slip: { vi: 'Giấy biên nhận đã giao', en: 'The slip that was handed over' },
  forwarding_letter: { vi: 'Văn bản chuyển đơn', en: 'Letter of the forwarding body' },
  other: { vi: 'Giấy tờ khác, nêu ở lý do', en: 'Another paper, named in the reason' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type Proof = keyof typeof PROOF_WORDS;

export const SENDER_WORDS: Readonly<Record<SenderKind, LocalizedText>> = {
  individual: { vi: 'Cá nhân', en: 'Individual' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  agency: { vi: 'Cơ quan, tổ chức', en: 'Agency or organisation' },
};

export const PETITION_STATE_WORDS: Readonly<Record<PetitionState, LocalizedText>> = {
  received: { vi: 'Mới tiếp nhận', en: 'Received' },
  classified: { vi: 'Đã phân loại, chờ quyết định xử lý', en: 'Classified, awaiting a decision' },
  accepted: { vi: 'Đã thụ lý', en: 'Accepted for resolution' },
  not_accepted: { vi: 'Không thụ lý', en: 'Not accepted' },
  guided: { vi: 'Đã hướng dẫn người gửi đơn', en: 'Sender guided' },
  transferred: { vi: 'Đã chuyển cơ quan có thẩm quyền', en: 'Transferred to the competent body' },
  filed: { vi: 'Đã lưu đơn', en: 'Filed, no processing' },
  merged: { vi: 'Đã nhập vào đơn khác', en: 'Merged into another' },
  under_verification: { vi: 'Đang xác minh', en: 'Under verification' },
  awaiting_approval: { vi: 'Chờ phê duyệt', en: 'Awaiting approval' },
  concluded: {
    vi: 'Đã có kết luận, chờ ban hành quyết định',
    en: 'Concluded, decision being drawn up',
  },
  decision_issued: { vi: 'Đã ban hành quyết định', en: 'Decision issued' },
  decision_sent: { vi: 'Đã gửi quyết định', en: 'Decision sent' },
  decision_delivered: {
    vi: 'Người gửi đơn đã nhận quyết định',
    en: 'Decision received by the sender',
  },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
};

export const CONCLUSION_WORDS: Readonly<Record<Conclusion, LocalizedText>> = {
  upheld: { vi: 'Khiếu nại đúng', en: 'Complaint upheld' },
  partly_upheld: { vi: 'Khiếu nại đúng một phần', en: 'Complaint partly upheld' },
  dismissed: { vi: 'Khiếu nại sai toàn bộ', en: 'Complaint dismissed' },
};

/** How a decision goes out. */
export const SENDING_WORDS: Readonly<Record<SendingMethod, LocalizedText>> = {
  in_person: { vi: 'Giao trực tiếp', en: 'Handed over in person' },
  registered_post: { vi: 'Qua dịch vụ bưu chính bảo đảm', en: 'Registered post' },
  electronic: { vi: 'Qua hệ thống văn bản điện tử', en: 'Electronic document system' },
  // Of older events: posting is publication, and no sending (NĐ 124/2020 Đ.29).
  posting: { vi: 'Niêm yết công khai', en: 'Public posting' },
};

/** What a post lets its holder do; and two that stand in the log alone. */
export const ROLE_WORDS: Readonly<Record<Role | 'system' | 'public', LocalizedText>> = {
  receiver: { vi: 'Tiếp nhận', en: 'Reception' },
  classifier: { vi: 'Phân loại, xử lý đơn', en: 'Classification' },
  verifier: { vi: 'Xác minh', en: 'Verification' },
  head: { vi: 'Thủ trưởng đơn vị', en: 'Head of unit' },
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  'denunciation-officer': {
    vi: 'Người được giao tiếp nhận, xử lý tố cáo',
    en: 'Denunciations officer',
  },
  auditor: { vi: 'Kiểm tra nội bộ', en: 'Internal audit' },
  administrator: { vi: 'Quản trị', en: 'Administration' },
  operator: { vi: 'Vận hành', en: 'Operations' },
  system: { vi: 'Hệ thống', en: 'System' },
  public: { vi: 'Người gửi đơn', en: 'Sender' },
};

/** How a verifier stands to a case, by the list of conflicts of interest. */
export const RELATION_WORDS = {
  relative_of_respondent: {
    vi: 'Người thân của người bị khiếu nại, tố cáo, phản ánh (vợ, chồng; cha, mẹ đẻ, cha, mẹ nuôi; cha, mẹ vợ hoặc chồng; con đẻ, con nuôi; con dâu, con rể; anh, chị, em ruột)',
    en: 'A relative of the person complained of (spouse; parent, adoptive parent, parent-in-law; child, adopted child, child-in-law; sibling)',
  },
  direct_interest: {
    vi: 'Có quyền, lợi ích liên quan trực tiếp đến vụ việc',
    en: 'Has a direct interest in the case',
  },
  subordinate_of_respondent: {
    vi: 'Cấp dưới của người bị khiếu nại, tố cáo, phản ánh',
    en: 'A subordinate of the person complained of',
  },
  relative_of_sender: {
    vi: 'Người thân của người khiếu nại, kiến nghị, phản ánh',
    en: 'A relative of the sender',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type Relation = keyof typeof RELATION_WORDS;

/** In a denunciation, of what was declared before it was called one: which relation it is could tell the sender. */
const UNTOLD_RELATION: LocalizedText = {
  vi: 'Có xung đột lợi ích (không nêu quan hệ cụ thể)',
  en: 'A conflict of interest (the relation is not told)',
};
export const relationWords = (relation: Relation | null): LocalizedText =>
  relation === null ? UNTOLD_RELATION : RELATION_WORDS[relation];

/** What bars a verifier, and whether that is law. Keys are those of the list in the pack of rules. */
export const CONFLICT_WORDS = {
  COI4: {
    vi: 'Quy tắc nội bộ, không phải luật: người xác minh không được là người bị khiếu nại, tố cáo, phản ánh, cấp dưới của người đó, người thân của các bên, hoặc người có lợi ích liên quan trực tiếp.',
    en: 'An internal rule, no law: a verifier may be neither the person complained of nor their subordinate, no relative of either side, and have no direct interest.',
  },
  COI8: {
    vi: 'Nghị định 31/2019/NĐ-CP Điều 10 khoản 3, Điều 5 khoản 2: người xác minh tố cáo không được là người thân của người bị tố cáo hoặc có lợi ích liên quan trực tiếp.',
    en: 'Decree 31/2019 Art. 10(3), Art. 5(2): who verifies a denunciation may be no relative of the accused and have no direct interest.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type ConflictId = keyof typeof CONFLICT_WORDS;
