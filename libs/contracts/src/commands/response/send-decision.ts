import { ADDRESSEE_WORDS, addressedBy, isSeveral, type Addressee } from '../../addressees.ts';
import { words } from '../../localized.ts';
import { SENDING_WORDS } from '../../vocabulary-words.ts';
import { defineCommand } from '../define-command.ts';
import { choice, date, line, orAbsent, orNull } from '../fields.ts';
import type { MatterParts } from '../situation.ts';
import { goesOut, sends } from './of-response.ts';

/** Posting is publication, never sending. */
const { in_person, registered_post, electronic } = SENDING_WORDS;

export const sendDecision = defineCommand({
  name: 'send-decision',
  route: 'response/cases/:number/sending',
  action: 'response.send',
  summary: words('Gửi quyết định đến một nơi nhận', 'Sends the decision to an addressee'),
  ifMatch: true,
  refusals: [
    'NOT_THE_TIME_FOR_THIS',
    'NOT_AN_ADDRESSEE',
    'ALREADY_SENT',
    'ADDRESSEE_MISSING',
    'DATE_IN_FUTURE',
    'DATE_TOO_EARLY',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    /** Absent: the sender of the petition. */
    to: orAbsent(choice(ADDRESSEE_WORDS, words('Nơi nhận', 'Addressee'))),
    method: choice({ in_person, registered_post, electronic }, words('Hình thức gửi', 'Method'), {
      hint: words(
        'Niêm yết, đăng tải là công khai quyết định, không thay cho việc gửi (NĐ 124/2020 Đ.29).',
        'Posting it up is publication; it does not replace sending (Decree 124/2020 Art. 29).',
      ),
    }),
    sentOn: date(words('Ngày gửi', 'Sent on'), { today: true }),
    addressee: orNull(
      line(500, words('Họ tên, địa chỉ nhận', 'Name and address'), {
        hint: words(
          'Để trống nếu gửi theo họ tên, địa chỉ đang niêm phong trong đơn. Nội dung nhập được niêm phong cùng danh tính.',
          'Leave it empty where it goes to the name and address that the petition keeps sealed. What you enter is sealed with the identity.',
        ),
      }),
    ),
    item: orNull(
      line(60, words('Số bưu gửi hoặc số văn bản điện tử', 'Number of the item or document')),
    ),
  },
  forms: [
    {
      id: 'send',
      title: words('Ghi việc gửi quyết định', 'Record the sending'),
      reaches: sends,
      offered: ({ matter }) => matter.response?.state === 'issued',
      asks: () => ['method', 'sentOn', 'addressee', 'item'],
    },
    {
      id: 'send-other',
      title: words('Ghi việc gửi đến nơi nhận khác', 'Record a sending to others'),
      reaches: sends,
      offered: (situation) => goesOut(situation) && othersOf(situation.matter).length > 0,
      asks: (matter) => [
        {
          of: 'to',
          optional: false,
          only: othersOf(matter),
          ...(missingOf(matter)[0] && { initial: missingOf(matter)[0] }),
        },
        'method',
        'sentOn',
        {
          of: 'addressee',
          hint: words(
            'Cần nhập khi gửi người có quyền lợi, nghĩa vụ liên quan hoặc nơi khác có liên quan; được niêm phong cùng danh tính.',
            'Needed for people with related rights, and for others concerned; sealed with the identity.',
          ),
        },
        'item',
      ],
      minor: true,
    },
  ],
});

/** Whom it may still go to, beside the sender. */
function othersOf({ response }: MatterParts): Addressee[] {
  if (!response) return [];
  const { always, ifAny } = addressedBy(response);
  const sent = response.addressees.filter(({ sentOn }) => sentOn !== null).map(({ to }) => to);
  return [...always, ...ifAny].filter(
    (to) => to !== 'sender' && (isSeveral(to) || !sent.includes(to)),
  );
}

const missingOf = ({ response }: MatterParts): Addressee[] =>
  (response?.addressees ?? [])
    .filter(({ to, sentOn }) => to !== 'sender' && sentOn === null)
    .map(({ to }) => to);
