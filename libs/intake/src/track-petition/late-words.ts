import { dayMonthYear, words, type LocalizedText } from '@minh-bach/contracts';
import { consequenceOf } from '@minh-bach/rules';
import { aboveOf, nextDue, type Told } from './told.ts';

const day = (due: string): string => dayMonthYear(due.slice(0, 10));

/** That a limit of law is over, and who may be turned to; nothing while none is. */
export function lateOf(told: Told): LocalizedText[] {
  const { open } = told;
  const due = nextDue(told);
  if (!open || !due?.overdue || !due.legal) return [];
  const { unit, missed } = open;
  const above = aboveOf(open);
  const late = [
    words(
      `${due.text.vi} (hạn ${day(due.due)}).`,
      `${due.text.en} (it was due on ${day(due.due)}).`,
    ),
    words(
      `Ông/bà có thể hỏi ${unit.vi}, hoặc báo việc chậm trễ đến ${above.vi}.`,
      `You may ask ${unit.en}, or report the delay to ${above.en}.`,
    ),
  ];
  const consequence = consequenceOf(due.rule);
  // Others are about officers.
  if (consequence?.code.startsWith('complainant_may')) {
    const law = consequence.law ? ` (${consequence.law}).` : '.';
    const { vi, en } = consequence.text;
    late.push(words(vi.replace(/\.$/, law), en.replace(/\.$/, law)));
  }
  if (missed && missed.superiorTold && missed.rule === due.rule && missed.due === due.due) {
    const on = dayMonthYear(missed.on);
    late.push(
      words(
        `Thủ trưởng cấp trên đã được báo về việc quá hạn ngày ${on}.`,
        `The superior was told of the delay on ${on}.`,
      ),
    );
  }
  return late;
}
