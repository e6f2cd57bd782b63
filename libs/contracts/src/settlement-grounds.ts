import { words, type LocalizedText } from './localized.ts';

/** A radio that was pressed in error is not taken back; and no list is complete. */
const other = words(
  'Căn cứ khác, nêu trong văn bản gửi người gửi đơn',
  'Another ground, given in the letter to the sender',
);

/** Why a complaint is not accepted (Luật Khiếu nại Đ.8 k.2, Đ.11), in words for its sender. */
export const REFUSAL_GROUNDS = {
  internal: words(
    'Nội dung là quyết định, hành vi nội bộ, chỉ đạo cấp dưới, văn bản quy phạm pháp luật hoặc thuộc bí mật nhà nước (Luật Khiếu nại Đ.11 k.1)',
    'It is about an internal act, an order to a lower level, a legal document or a state secret (Law on Complaints Art. 11.1)',
  ),
  no_own_right: words(
    'Không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại (Luật Khiếu nại Đ.11 k.2)',
    'It does not directly concern the complainant’s own rights (Law on Complaints Art. 11.2)',
  ),
  no_capacity: words(
    'Người khiếu nại không có năng lực hành vi dân sự đầy đủ và không có người đại diện hợp pháp (Luật Khiếu nại Đ.11 k.3)',
    'The complainant lacks legal capacity and has no lawful representative (Law on Complaints Art. 11.3)',
  ),
  no_authority: words(
    'Người đại diện, người được ủy quyền không có giấy tờ hợp pháp (Luật Khiếu nại Đ.11 k.4)',
    'The representative has no lawful papers (Law on Complaints Art. 11.4)',
  ),
  unsigned: words(
    'Đơn không có chữ ký hoặc điểm chỉ (Luật Khiếu nại Đ.11 k.5)',
    'It is neither signed nor fingerprinted (Law on Complaints Art. 11.5)',
  ),
  too_late: words(
    'Đã hết thời hiệu, thời hạn khiếu nại mà không có lý do chính đáng (Luật Khiếu nại Đ.11 k.6)',
    'The time for complaints is over, without a good reason (Law on Complaints Art. 11.6)',
  ),
  decided_twice: words(
    'Đã có quyết định giải quyết khiếu nại lần hai (Luật Khiếu nại Đ.11 k.7)',
    'It was decided in second instance (Law on Complaints Art. 11.7)',
  ),
  ended_before: words(
    'Việc giải quyết đã được đình chỉ trước đó, hoặc nội dung đã được rút (Luật Khiếu nại Đ.11 k.8)',
    'It was terminated earlier, or withdrawn (Law on Complaints Art. 11.8)',
  ),
  in_court: words(
    'Tòa án đã thụ lý hoặc đã giải quyết vụ việc (Luật Khiếu nại Đ.11 k.9)',
    'A court has taken or decided it (Law on Complaints Art. 11.9)',
  ),
  incomplete: words(
    'Đơn thiếu nội dung phải có (Luật Khiếu nại Đ.8 k.2)',
    'It lacks what must be in it (Law on Complaints Art. 8.2)',
  ),
  other,
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why a petition is filed without processing (TT 05/2021 Đ.6), in words for its sender. */
export const FILING_GROUNDS = {
  anonymous: words(
    'Đơn không có tên hoặc không có chữ ký của người gửi',
    'It bears no name or no signature',
  ),
  unreadable: words(
    'Đơn rách nát, không đọc được, hoặc không bằng tiếng Việt mà không có bản dịch công chứng',
    'It cannot be read, or is not in Vietnamese and has no notarised translation',
  ),
  many_addressees: words(
    'Đơn gửi đồng thời nhiều nơi, trong đó có cơ quan có thẩm quyền',
    'It was sent to several bodies, the competent one among them',
  ),
  handled_before: words(
    'Đơn có cùng nội dung đã được hướng dẫn, đã được chuyển hoặc đang được giải quyết',
    'The same matter was guided or transferred before, or is being resolved',
  ),
  final_before: words(
    'Vụ việc đã có quyết định, kết luận có hiệu lực và không có tình tiết mới',
    'It was decided with final effect, and nothing new is told',
  ),
  other,
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const SETTLEMENT_GROUNDS = { ...REFUSAL_GROUNDS, ...FILING_GROUNDS };
export type SettlementGround = keyof typeof SETTLEMENT_GROUNDS;
