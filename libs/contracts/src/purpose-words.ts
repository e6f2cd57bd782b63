import { words } from './localized.ts';

/** What an identity is opened for, within a sentence: "opened …". */
export const PURPOSE_WORDS = {
  'contact-sender': words('liên hệ người gửi đơn', 'to contact the sender'),
  'verify-identity': words('xác minh nhân thân', 'to verify the identity'),
  'prepare-decision': words('soạn và gửi văn bản', 'to prepare and send documents'),
  supervise: words('kiểm tra, giám sát', 'to supervise'),
};
export type DisclosurePurpose = keyof typeof PURPOSE_WORDS;

/** What a list leaves the product for, as a file. */
export const EXPORT_PURPOSE_WORDS = {
  report: words('Tổng hợp, báo cáo', 'To report'),
  review: words('Rà soát việc tồn đọng, quá hạn', 'To review what waits or is late'),
  'plan-work': words('Phân công, sắp xếp công việc', 'To plan and assign work'),
  supervise: words('Kiểm tra, giám sát', 'To supervise'),
};
export type ExportPurpose = keyof typeof EXPORT_PURPOSE_WORDS;
