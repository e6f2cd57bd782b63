import type { Due } from '../../src/api/types.ts';
import { day, written } from './days.ts';

const RULES = {
  'KN1.ACCEPT.NEW': {
    vi: 'Thụ lý hoặc không thụ lý khiếu nại lần đầu',
    en: 'Accept or refuse the first complaint',
    law: 'NĐ 155/2026 Đ.10 (sửa NĐ 124/2020 Đ.16 k.1); Luật Khiếu nại Đ.27',
    legal: true,
  },
  'KN1.RESOLVE.NORMAL': {
    vi: 'Giải quyết khiếu nại lần đầu',
    en: 'Resolve the first complaint',
    law: 'Luật Khiếu nại 02/2011 Đ.28',
    legal: true,
  },
  'KN1.SEND': {
    vi: 'Gửi quyết định giải quyết khiếu nại lần đầu',
    en: 'Send the decision on the first complaint',
    law: 'Luật Khiếu nại 02/2011 Đ.32',
    legal: true,
  },
  'XLD.SORT': {
    vi: 'Phân loại đơn',
    en: 'Classify the petition',
    law: 'Chỉ tiêu của đơn vị',
    legal: false,
  },
} as const;

/** A due date some days from now; the fake knows no calendar. */
export function due(rule: keyof typeof RULES, left: number): Due {
  const { law, legal, ...name } = RULES[rule];
  const date = day(left);
  const from = written(day(left - 9));
  return {
    rule,
    ruleVersion: '2026-07-01',
    name,
    law,
    legal,
    due: date,
    safeDue: day(left - 1),
    provisional: left > 30,
    overdue: left < 0,
    tone: left < 0 ? 'overdue' : left <= 2 ? 'soon' : 'running',
    text:
      left < 0
        ? { vi: `Quá hạn ${-left} ngày làm việc`, en: `${-left} working days overdue` }
        : left === 0
          ? { vi: 'Đến hạn hôm nay', en: 'Due today' }
          : { vi: `Còn ${left} ngày làm việc`, en: `${left} working days left` },
    explanation: {
      vi: `${name.vi}: 7 ngày làm việc, theo ${law}. Bắt đầu: đơn vị có thẩm quyền nhận khiếu nại, ${from}; ngày này không tính (BLDS 2015 Đ.147 k.2-3). Đếm 7 ngày làm việc đến ${written(date)}. Không tính hai ngày nghỉ cuối tuần. Hạn: hết ngày ${written(date)}. Nên hoàn thành chậm nhất ngày ${written(day(left - 1))}.`,
      en: `${name.en}: 7 working days, by ${law}. Start: receipt by the competent unit, ${from}; this day is not counted (BLDS 2015 Đ.147 k.2-3). Counted 7 working days, to ${written(date)}. Not counted: two days of the weekend. Due: end of ${written(date)}. Better done by ${written(day(left - 1))}.`,
    },
  };
}
