import { parseArgs } from 'node:util';
import { computeDeadline } from '@minh-bach/rules';
import { printAnswer } from '../answer.ts';

const usage = {
  vi: 'QUY_TẮC NGÀY [--calendar PHIÊN_BẢN] [--json]: hạn là ngày nào, vì sao',
  en: 'RULE DATE [--calendar VERSION] [--json]: when it is due, and why',
};

/** `mb explain-deadline KN1.ACCEPT.NEW 2026-07-10`; needs no server. */
async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { calendar: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [rule, trigger] = positionals;
  if (rule === undefined || trigger === undefined || positionals.length > 2) {
    console.error(`mb explain-deadline ${usage.vi}\nmb explain-deadline ${usage.en}`);
    return 2;
  }
  const { calendar, json } = values;
  return printAnswer(
    () => computeDeadline({ rule, trigger, ...(calendar !== undefined && { calendar }) }),
    ({ explanation }) => `${explanation.vi}\n\n${explanation.en}`,
    json,
  );
}

export default { usage, run };
