import { words } from './localized.ts';

/** What an identity is opened for, within a sentence: "opened …". */
export const PURPOSE_WORDS = {
  'contact-sender': words('liên hệ người gửi đơn', 'to contact the sender'),
  'verify-identity': words('xác minh nhân thân', 'to verify the identity'),
  'prepare-decision': words('soạn và gửi văn bản', 'to prepare and send documents'),
  supervise: words('kiểm tra, giám sát', 'to supervise'),
};
export type DisclosurePurpose = keyof typeof PURPOSE_WORDS;
