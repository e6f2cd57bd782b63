import { dayMonthYear } from '../../day-month-year.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { orNull, text } from '../fields.ts';
import type { Situation } from '../situation.ts';

/** The one that waits longest: a page shows which it is, and `If-Match` keeps it so. */
const waits = ({ matter: { response } }: Pick<Situation, 'matter'>) =>
  response?.isKept ? undefined : response?.waiting[0];

const confirms = (situation: Situation): boolean => waits(situation)?.mayConfirm === true;
/** Who recorded the day takes it back. */
const answers = (situation: Situation): boolean =>
  confirms(situation) || waits(situation)?.isOwn === true;

/** A delay, a warning or the sender's time rests on the day: one person says it, another confirms. */
export const confirmDay = defineCommand({
  name: 'confirm-day',
  route: 'response/cases/:number/day-confirmation',
  action: 'response.confirm-day',
  summary: words(
    'Xác nhận ngày ban hành, gửi hoặc nhận quyết định do người khác ghi',
    'Confirms a day of issue, sending or receipt that another person recorded',
  ),
  ifMatch: true,
  refusals: ['NO_DAY_WAITS', 'ANOTHER_PERSON_CONFIRMS', 'DAY_CONFIRMED_ABOVE'],
  body: { note: orNull(text(2000, words('Ghi chú', 'Note'), { rows: 3 })) },
  forms: [
    {
      id: 'day-confirm',
      title: words('Xác nhận ngày đã ghi', 'Confirm the day on record'),
      reaches: confirms,
      offered: confirms,
      effect: ({ response }) => {
        const waiting = response?.waiting[0];
        if (!waiting) return undefined;
        const [day, from] = [dayMonthYear(waiting.day), dayMonthYear(waiting.countsFrom)];
        return words(
          `Các thời hạn liên quan được tính theo ngày ${day}, không theo ngày ghi nhận ${from}. Hãy xem giấy tờ chứng minh trước khi xác nhận.`,
          `Limits then count by ${day}, and no longer by ${from}, when it was recorded. Look at the proof before you confirm.`,
        );
      },
      group: 'correction',
    },
  ],
});

export const declineDay = defineCommand({
  name: 'decline-day',
  route: 'response/cases/:number/day-refusal',
  action: 'response.confirm-day',
  summary: words(
    'Không xác nhận ngày do người khác ghi, hoặc rút ngày mình đã ghi',
    'Does not confirm a day that was recorded, or withdraws it',
  ),
  ifMatch: true,
  refusals: ['NO_DAY_WAITS'],
  body: { note: text(2000, words('Lý do', 'Reason'), { rows: 3 }) },
  forms: [
    {
      id: 'day-decline',
      title: words('Không xác nhận ngày đã ghi', 'Do not confirm the day on record'),
      label: (situation) =>
        waits(situation)?.isOwn
          ? words('Rút ngày đã ghi', 'Withdraw the day on record')
          : undefined,
      reaches: answers,
      offered: answers,
      group: 'correction',
    },
  ],
});
