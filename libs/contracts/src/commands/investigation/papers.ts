import { words } from '../../localized.ts';
import { count, files, orNull } from '../fields.ts';

/** Of one record. */
export const FILES_AT_MOST = 5;
/** Of one file or paper. More is no paper of a case, and would use up numbers that are never given again. */
export const PAGES_AT_MOST = 5_000;

/** What comes with an explanation or a piece of evidence: its pages are numbered through the case file. */
export const PAPERS = {
  files: files(FILES_AT_MOST, words('Tệp kèm theo', 'Files'), {
    hint: words(
      `PDF, PNG hoặc JPEG, mỗi tệp đến 20 MB, nhiều nhất ${FILES_AT_MOST} tệp. Mỗi trang được đánh một số bút lục.`,
      `PDF, PNG or JPEG, up to 20 MB each, at most ${FILES_AT_MOST}. Each page gets a number in the case file.`,
    ),
  }),
  pages: orNull(
    count(PAGES_AT_MOST, words('Số trang giấy', 'Pages on paper'), {
      hint: words(
        'Chỉ ghi khi có bản giấy mà không kèm tệp, hoặc khi hệ thống hỏi vì tệp không cho biết số trang.',
        'Only for paper that comes without a file, or where the system asks since a file does not tell.',
      ),
    }),
  ),
};

export const PAPERS_REFUSALS = [
  'UPLOAD_UNKNOWN',
  'PAGES_NEEDED',
  'PAGES_BY_FILES',
  'PAGES_TOO_MANY',
] as const;
