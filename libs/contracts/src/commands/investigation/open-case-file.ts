import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { flag, ordinal } from '../fields.ts';

/** Of an explanation or a piece of evidence, by their places on the page. */
export const openCaseFile = defineCommand({
  name: 'open-case-file',
  route: 'investigation/cases/:number/file-openings',
  action: 'case.open-file',
  summary: words(
    'Mở tệp trong hồ sơ vụ việc: bản làm việc, hoặc bản gốc nếu yêu cầu (có ghi nhật ký)',
    'Opens a file of the case: a working copy, or the original where asked for (logged)',
  ),
  refusals: [
    'NOT_THE_ASSIGNEE',
    'DISCLOSURE_TOO_OLD',
    'TOO_OFTEN_TODAY',
    'NOTHING_TO_DISCLOSE',
    'FILE_ERASED',
    'FILE_UNCLEANABLE',
    'FILES_BUSY',
  ],
  body: {
    item: ordinal(words('Tài liệu', 'Paper')),
    file: ordinal(words('Tệp', 'File')),
    original: flag(words('Bản gốc', 'The original')),
  },
});
