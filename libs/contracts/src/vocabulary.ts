import { z } from 'zod';
import { PROOF_WORDS, type Proof } from './vocabulary-words.ts';
import { SETTLEMENT_GROUNDS, type SettlementGround } from './settlement-grounds.ts';

export * from './text.ts';

/** A calendar date in Việt Nam, `YYYY-MM-DD`. PostgreSQL knows no year 0: read models would stop at it. */
export const dateSchema = z.iso
  .date()
  .refine((date) => !date.startsWith('0000'), { error: 'NOT_A_DATE' });
/** An instant, in UTC or with its offset. */
export const instantSchema = z.iso.datetime({ offset: true });

/** What a petition is, by its content and not by its title (TT 05/2021 Đ.6). */
export const PETITION_KINDS = ['complaint', 'denunciation', 'petition', 'feedback'] as const;
export const petitionKindSchema = z.enum(PETITION_KINDS);
export type PetitionKind = z.infer<typeof petitionKindSchema>;

export const SENDER_KINDS = ['individual', 'enterprise', 'agency'] as const;
export const senderKindSchema = z.enum(SENDER_KINDS);
export type SenderKind = z.infer<typeof senderKindSchema>;

/** How a formal petition comes in (`channel_formality` of the pack). */
export const CHANNELS = ['in_person', 'post', 'petition_box', 'forwarded'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

/** Instance of a complaint: lần đầu, lần hai. */
export const instanceSchema = z.union([z.literal(1), z.literal(2)]);

export const unitIdSchema = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/);
export const personIdSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);
/** A post, e.g. `hq-sm.binh`; visible ASCII, since it becomes part of a stream's name. */
export const postIdSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/i);
export const petitionNumberSchema = z.string().regex(/^D\d{2}-\d{8}-\d$/);
export const caseNumberSchema = z.string().regex(/^V\d{2}-\d{8}-\d$/);

/** Where a petition stands, as its sender and the lists are told. */
export const PETITION_STATES = [
  'received', // Mới tiếp nhận
  'classified', // Chờ quyết định xử lý đơn
  'accepted', // Đã thụ lý
  'not_accepted', // Không thụ lý
  'guided', // Đã hướng dẫn
  'transferred', // Đã chuyển cơ quan có thẩm quyền
  'filed', // Đã lưu đơn
  'merged', // Đã nhập vào đơn khác
  'under_verification', // Đang xác minh
  'awaiting_approval', // Chờ phê duyệt
  'concluded', // Đã có kết luận, chờ ban hành quyết định
  'decision_issued', // Đã ban hành quyết định
  'decision_sent', // Đã gửi quyết định
  'decision_delivered', // Người gửi đã nhận quyết định
  'closed', // Đã kết thúc
] as const;
export const petitionStateSchema = z.enum(PETITION_STATES);
export type PetitionState = z.infer<typeof petitionStateSchema>;

/** Complaint right, partly right, wrong (khiếu nại đúng, đúng một phần, sai toàn bộ). */
export const CONCLUSIONS = ['upheld', 'partly_upheld', 'dismissed'] as const;
export const conclusionSchema = z.enum(CONCLUSIONS);
export type Conclusion = z.infer<typeof conclusionSchema>;

/** Why a petition is not accepted, or filed, as its sender is told. */
export const settlementGroundSchema = z.enum(
  Object.keys(SETTLEMENT_GROUNDS) as [SettlementGround, ...SettlementGround[]],
);

export const proofSchema = z.enum(Object.keys(PROOF_WORDS) as [Proof, ...Proof[]]);

/** How a decision goes to the complainant (giao trực tiếp, bưu chính bảo đảm, niêm yết). */
export const sendingMethodSchema = z.enum([
  'in_person',
  'registered_post',
  'electronic',
  'posting',
]);
export type SendingMethod = z.infer<typeof sendingMethodSchema>;

/** Of a file that was uploaded, as its answer names it. */
export const uploadIdSchema = z.string().regex(/^[\w-]{1,80}$/);
