import { CLOSING_WORDS } from '../../closing-words.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { choice, orNull } from '../fields.ts';
import type { MatterParts, Situation } from '../situation.ts';
import { sends } from './of-response.ts';

export const closeCase = defineCommand({
  name: 'close-case',
  route: 'response/cases/:number/closure',
  action: 'response.close',
  summary: words('Kết thúc vụ việc', 'Closes the case'),
  ifMatch: true,
  refusals: [
    'NOT_THE_TIME_FOR_THIS',
    'ADDRESSEES_OWED',
    'CLOSING_REASON_MISSING',
    'PUBLICATION_OWED',
    'PUBLICATION_TOO_SHORT',
    'NOT_IN_FORCE_YET',
  ],
  body: {
    /** Of a complaint. */
    because: orNull(
      choice(CLOSING_WORDS, words('Căn cứ kết thúc', 'Why it may be closed'), {
        hint: words(
          'Người nhận được quyết định chưa đủ để kết thúc: quyết định phải được gửi đủ nơi nhận, công khai đủ 15 ngày, có hiệu lực pháp luật và không còn nội dung phải thi hành; hoặc đã có khiếu nại lần hai.',
          'Delivery alone does not close it: the decision has to be sent to all, public for 15 days, in force, and nothing left to carry out; or there is a second complaint.',
        ),
      }),
    ),
  },
  forms: [
    {
      id: 'close',
      title: words('Kết thúc hồ sơ', 'Close the file'),
      reaches: closes,
      offered: ({ matter }) => isReceived(matter) && matter.response?.waitsFor.length === 0,
      asks: ({ response }) =>
        response?.kind === 'complaint'
          ? [{ of: 'because', optional: false, only: reasonsIn(response.instance) }]
          : [],
      effect: () => EFFECT,
    },
    {
      id: 'close-for-second',
      title: words('Kết thúc vì đã có khiếu nại lần hai', 'Close: there is a second complaint'),
      reaches: closes,
      offered: ({ matter }) => {
        const { response } = matter;
        return (
          isReceived(matter) &&
          response?.kind === 'complaint' &&
          response.instance === 1 &&
          response.waitsFor.length > 0 &&
          response.addressees.every(({ sentOn }) => sentOn !== null)
        );
      },
      asks: () => [],
      sends: () => ({ because: 'second_complaint' as const }),
      effect: () => EFFECT,
      minor: true,
    },
  ],
});

const EFFECT = words(
  'Hồ sơ được khép lại. Lịch sử vẫn giữ nguyên và xem được.',
  'The file is closed. Its history stays and can be read.',
);

function closes(situation: Situation): boolean {
  return sends(situation) || situation.matter.response?.unit.id === situation.post.unit;
}

const isReceived = ({ response }: MatterParts): boolean => response?.state === 'delivered';

const reasonsIn = (instance: 1 | 2): string[] =>
  Object.keys(CLOSING_WORDS).filter((why) => why !== 'second_complaint' || instance === 1);
