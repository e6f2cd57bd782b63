import { computeDeadline, deadlineRuleIds } from '@minh-bach/rules';
import { printAnswer, printRefusal, readArgs } from '../answer.ts';

const usage = {
  vi: 'QUY_TẮC NGÀY [--calendar PHIÊN_BẢN] [--no-roll] [--json]: hạn là ngày nào, vì sao',
  en: 'RULE DATE [--calendar VERSION] [--no-roll] [--json]: when it is due, and why',
};

/** `mb explain-deadline KN1.ACCEPT.NEW 2026-07-10`; needs no server. */
async function run(args: string[]): Promise<number> {
  const parsed = readArgs(
    {
      args,
      allowPositionals: true,
      options: {
        calendar: { type: 'string' },
        'no-roll': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    },
    `mb explain-deadline ${usage.vi}\nmb explain-deadline ${usage.en}`,
    ({ positionals }) => positionals.length === 2,
  );
  if (parsed === undefined) return 2;

  const [rule = '', trigger = ''] = parsed.positionals;
  const { calendar, json, 'no-roll': unrolled } = parsed.values;
  if (!deadlineRuleIds.includes(rule)) return printRefusal(unknownRule(rule), json);
  return printAnswer(
    () =>
      computeDeadline({
        rule,
        trigger,
        roll: !unrolled,
        ...(calendar !== undefined && { calendar }),
      }),
    ({ explanation, ruleVersion, calendarVersion }) =>
      [
        `${explanation.vi}\nBộ quy tắc ${ruleVersion}, lịch ${calendarVersion}.`,
        `${explanation.en}\nRules ${ruleVersion}, calendar ${calendarVersion}.`,
      ].join('\n\n'),
    json,
  );
}

const unknownRule = (rule: string) => ({
  code: 'rule.unknown',
  rule,
  known: deadlineRuleIds,
  message: {
    vi: `Không có quy tắc ${rule}. Các quy tắc:\n  ${deadlineRuleIds.join(', ')}`,
    en: `There is no rule ${rule}; those above are all.`,
  },
});

export default { usage, run };
