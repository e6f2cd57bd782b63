import type { LocalizedText } from '@minh-bach/contracts';

/** What an identity is opened for, by its code. */
export const PURPOSE_WORDS: Readonly<Record<string, LocalizedText>> = {
  'contact-sender': { vi: 'liên hệ người gửi đơn', en: 'to contact the sender' },
  'verify-identity': { vi: 'xác minh nhân thân', en: 'to verify the identity' },
  'prepare-decision': { vi: 'soạn và gửi văn bản', en: 'to prepare and send documents' },
  supervise: { vi: 'kiểm tra, giám sát', en: 'to supervise' },
};
