import { words } from '../../localized.ts';
import { SENDER_CORRECTION_WORDS, SENDER_FIELD_WORDS } from '../../vocabulary-words.ts';
import { defineCommand } from '../define-command.ts';
import { choice, line, orNull } from '../fields.ts';

/**
 * A slip of the pen at the desk. One person does it, since nothing is lost by it: whoever opens the identity,
 * to send the answer as well, sees what was written first beside it.
 */
export const correctSender = defineCommand({
  name: 'correct-sender',
  route: 'intake/petitions/:number/sender-corrections',
  action: 'petition.propose-correction',
  summary: words(
    'Đính chính thông tin người gửi đơn ghi sai khi vào sổ',
    'Corrects what was written wrong of the sender',
  ),
  status: 201,
  refusals: ['NOTHING_CORRECTED', 'TOO_OFTEN_TODAY'],
  body: {
    name: orNull(line(200, SENDER_FIELD_WORDS.name)),
    address: orNull(line(500, SENDER_FIELD_WORDS.address)),
    phone: orNull(line(30, SENDER_FIELD_WORDS.phone)),
    email: orNull(line(200, SENDER_FIELD_WORDS.email)),
    idNumber: orNull(line(30, SENDER_FIELD_WORDS.idNumber)),
    reason: choice(SENDER_CORRECTION_WORDS, words('Lý do', 'Reason')),
  },
  forms: [
    {
      id: 'correct-sender',
      title: words('Đính chính người gửi', 'Correct the sender'),
      offered: ({ matter }) => matter.intake !== undefined && !matter.intake.isKept,
      effect: () =>
        words(
          'Chỉ ghi phần cần sửa; phần để trống giữ nguyên. Thông tin cũ vẫn được giữ kín và chỉ người có quyền mở danh tính xem được. Mã tra cứu không đổi.',
          'Write only what is to be mended; what is left empty stays. The earlier words stay sealed, for those who may open the identity. The receipt code stays.',
        ),
      loose: true,
      minor: true,
      group: 'correction',
    },
  ],
});
