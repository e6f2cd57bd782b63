import { words } from '../localized.ts';
import { choice, date, line, orNull, text } from './fields.ts';

/** Why what is not resolved yet is urged: rules 165 and 170 of triage. */
export const UNRESOLVED_GROUNDS = {
  reception: words(
    'Người gửi đơn đến nơi tiếp công dân; cấp dưới chưa giải quyết',
    'The sender came to reception, and the lower unit has not resolved it',
  ),
  overdue: words(
    'Cấp dưới đã quá thời hạn mà chưa giải quyết',
    'The lower unit has not resolved it in time',
  ),
};

/** With what is left to do after a decision. */
export const URGING_GROUNDS = {
  ...UNRESOLVED_GROUNDS,
  step: words(
    'Quyết định đã ban hành, việc phải làm tiếp theo đã quá thời hạn',
    'The decision is issued, and what has to follow is late',
  ),
};
export type UrgingGround = keyof typeof URGING_GROUNDS;

const noName = words(
  'Không nêu thông tin có thể làm lộ người gửi đơn.',
  'Write nothing that could tell who sent the petition.',
);

/** What every urging says: of a petition, a case, a decision. */
export const urgingFields = {
  letter: orNull(
    line(100, words('Số, ký hiệu công văn đôn đốc', 'Number of the letter'), {
      hint: words('Để trống nếu chưa có công văn.', 'Leave it empty while there is none.'),
    }),
  ),
  letterOn: orNull(date(words('Ngày công văn', 'Date of the letter'))),
  request: text(2000, words('Yêu cầu đối với cấp dưới', 'What the lower unit is to do'), {
    rows: 4,
    hint: noName,
  }),
};

/** And why, while it is not resolved. */
export const unresolvedUrgingFields = {
  ground: choice(UNRESOLVED_GROUNDS, words('Căn cứ', 'Ground')),
  ...urgingFields,
};

/** Refusals of every urging. */
export const URGING_REFUSALS = [
  'KIND_NOT_URGED',
  'NOT_DIRECTLY_ABOVE',
  'ALREADY_URGED',
  'DATE_IN_FUTURE',
  'LETTER_NUMBER_MISSING',
  'LETTER_BEFORE_RECEIPT',
] as const;

/** What the urged unit answers. */
export const delayReportFields = {
  letter: orNull(line(100, words('Số, ký hiệu văn bản báo cáo', 'Number of the report'))),
  report: text(5000, words('Nội dung báo cáo', 'Report'), {
    rows: 6,
    hint: words(
      'Quá trình giải quyết, lý do chậm, trách nhiệm của từng người (với tố cáo: Luật Tố cáo Đ.38 k.2). Không nêu thông tin có thể làm lộ người gửi đơn.',
      'The course, the reason of the delay, who is responsible (of a denunciation: Law on Denunciations Art. 38.2). Nothing that could tell who sent it.',
    ),
  }),
};

export const REPORT_TITLE = words('Báo cáo lý do chậm', 'Report the delay');

interface UrgedPart {
  readonly urgings?: readonly { readonly report: unknown }[];
}
/** The last urging has no answer yet. */
export const awaitsReport = (part: UrgedPart | undefined): boolean =>
  part?.urgings?.[0]?.report === null;

/** What comes of urging the unit to resolve it. */
export const urgingEffect = (isDenunciation: boolean) =>
  isDenunciation
    ? words(
        'Nếu tố cáo đã quá hạn giải quyết, đơn vị được đôn đốc phải báo cáo quá trình giải quyết, lý do chậm và trách nhiệm trong 05 ngày làm việc (Luật Tố cáo Đ.38; TT 05/2021/TT-TTCP Đ.14 k.2). Vi phạm nghiêm trọng hoặc không khách quan thì cấp trên lấy vụ việc lên giải quyết, không đôn đốc.',
        'If its limit has passed, the unit has 5 working days to report on the course, the delay and who is responsible (Law on Denunciations Art. 38; Circular 05/2021 Art. 14.2). After a grave breach the level above takes the matter over instead.',
      )
    : words(
        'Đơn gửi bằng văn bản khi cấp dưới đã hết hạn giải quyết lần đầu có thể là khiếu nại lần hai (Luật Khiếu nại Đ.33): hãy hỏi người khiếu nại trước. Đơn vị báo cáo lại được ngay trong hồ sơ; với khiếu nại, hệ thống không tính thời hạn báo cáo vì chưa có quy định về thời hạn này.',
        'A letter after the first period has ended may be a second complaint (Law on Complaints Art. 33): ask the complainant first. The unit can report in the file; for complaints no date for it is counted: no text sets one.',
      );
