import { words } from './localized.ts';

/** What one person proposed, and another has to confirm. */
export const SECOND_PERSON_WORDS = {
  correction: words('Đính chính ngày nhận đơn', 'Correction of the day of receipt'),
  decision: words('Đề nghị về đơn tố cáo', 'Proposal for a denunciation'),
  names: words('Bỏ tên người, đơn vị ghi nhầm', 'Names to be struck out'),
  conclusion: words('Dự thảo kết luận chờ phê duyệt', 'Draft conclusion to approve'),
  day: words('Ngày ban hành, gửi, nhận ghi muộn', 'A day that was recorded late'),
  publication: words('Bản công khai chờ người thứ hai đọc', 'Text to be read before publication'),
  'taking-back': words('Đề nghị gỡ bản đã công khai', 'Proposal to take a publication back'),
};
export type SecondPersonWhat = keyof typeof SECOND_PERSON_WORDS;
