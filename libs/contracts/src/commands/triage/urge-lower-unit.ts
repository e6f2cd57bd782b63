import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { choice, date, line, orNull, text } from '../fields.ts';

/** Why it is urged: rules 165 and 170 of triage. */
export const URGING_GROUNDS = {
  reception: words(
    'Người gửi đơn đến nơi tiếp công dân; cấp dưới chưa giải quyết',
    'The sender came to reception, and the lower unit has not resolved it',
  ),
  overdue: words(
    'Cấp dưới đã quá thời hạn mà chưa giải quyết',
    'The lower unit has not resolved it in time',
  ),
};

/** Đôn đốc: the head directly above tells the lower unit to resolve what lies with it. */
export const urgeLowerUnit = defineCommand({
  name: 'urge-lower-unit',
  route: 'triage/petitions/:number/urgings',
  action: 'petition.urge',
  summary: words(
    'Đôn đốc cấp dưới giải quyết khiếu nại, tố cáo',
    'Urges the lower unit to resolve a complaint or denunciation',
  ),
  status: 201,
  ifMatch: true,
  refusals: [
    'ALREADY_DECIDED',
    'KIND_NOT_URGED',
    'NOT_DIRECTLY_ABOVE',
    'ALREADY_URGED',
    'DATE_IN_FUTURE',
    'LETTER_NUMBER_MISSING',
    'LETTER_BEFORE_RECEIPT',
  ],
  body: {
    ground: choice(URGING_GROUNDS, words('Căn cứ', 'Ground')),
    letter: orNull(
      line(100, words('Số, ký hiệu công văn đôn đốc', 'Number of the letter'), {
        hint: words('Để trống nếu chưa có công văn.', 'Leave it empty while there is none.'),
      }),
    ),
    letterOn: orNull(date(words('Ngày công văn', 'Date of the letter'))),
    request: text(2000, words('Yêu cầu đối với cấp dưới', 'What the lower unit is to do'), {
      rows: 4,
      hint: words(
        'Không nêu thông tin có thể làm lộ người gửi đơn.',
        'Write nothing that could tell who sent the petition.',
      ),
    }),
  },
  forms: [
    {
      id: 'urge',
      title: words('Đôn đốc cấp dưới', 'Urge the lower unit'),
      reaches: ({ matter }) => matter.triage?.handling.mayUrge === true,
      offered: ({ matter: { triage } }) =>
        triage?.kind === 'complaint' || triage?.kind === 'denunciation',
      effect: ({ triage }) =>
        triage?.kind === 'denunciation'
          ? words(
              'Nếu tố cáo đã quá hạn giải quyết, đơn vị được đôn đốc phải báo cáo quá trình giải quyết, lý do chậm và trách nhiệm trong 05 ngày làm việc (Luật Tố cáo Đ.38; TT 05/2021/TT-TTCP Đ.14 k.2). Vi phạm nghiêm trọng hoặc không khách quan thì cấp trên lấy vụ việc lên giải quyết, không đôn đốc.',
              'If its limit has passed, the unit has 5 working days to report on the course, the delay and who is responsible (Law on Denunciations Art. 38; Circular 05/2021 Art. 14.2). After a grave breach the level above takes the matter over instead.',
            )
          : words(
              'Đơn gửi bằng văn bản khi cấp dưới đã hết hạn giải quyết lần đầu có thể là khiếu nại lần hai (Luật Khiếu nại Đ.33): hãy hỏi người khiếu nại trước. Với khiếu nại, hệ thống không tính thời hạn báo cáo lại vì chưa có quy định về thời hạn này.',
              'A letter after the first period has ended may be a second complaint (Law on Complaints Art. 33): ask the complainant first. For complaints no date for a report is counted: no text sets one.',
            ),
    },
  ],
});
