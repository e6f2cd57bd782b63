import { author } from './author.ts';
import { at, day } from './days.ts';
import { due } from './clocks.ts';
import { tell, words } from './petition.ts';
import type { Petition } from './petition.ts';
import { register } from './register.ts';
import { steps } from './steps.ts';

const FINDINGS =
  'Chứng thư giám định nộp kèm hồ sơ xác định hàng là máy lọc nước dùng trong gia đình, phù hợp mã số 8421.21. Quyết định ấn định thuế không nêu căn cứ bác bỏ chứng thư.\n\nĐội Thủ tục giải trình đã áp dụng nhầm kết quả phân tích của lô hàng khác.';

/** A case whose conclusion waits for a second person. */
export function waitingForApproval(): Petition {
  const petition = register({
    number: 'D26-55201946-6',
    kind: 'complaint',
    gist: 'Khiếu nại quyết định ấn định thuế lô máy lọc nước gia đình',
    received: -24,
    clock: due('KN1.ACCEPT.NEW', -15),
  });
  const run = (step: string, person: string, role: string, when: number, body = {}) =>
    steps[step]?.(petition, { person, role, at: at(when, '09:20') }, body);
  run('classification', 'giang', 'classifier', -22, { kind: 'complaint' });
  run('acceptance', 'giang', 'classifier', -20);
  run('assignment', 'binh', 'head', -19, { assignee: 'hung' });
  run('explanations', 'hung', 'verifier', -14, {
    givenBy: 'Đội trưởng Đội Thủ tục (hư cấu)',
    givenOn: day(-15),
    text: 'Đội đã căn cứ kết quả phân tích phân loại của lô hàng nhập trước đó, do hai tờ khai có cùng tên hàng.',
  });
  run('evidence', 'hung', 'verifier', -10, {
    title: 'Chứng thư giám định lô hàng',
    obtainedOn: day(-11),
    text: 'Bản chính do doanh nghiệp nộp, đối chiếu với bản lưu trong hồ sơ tờ khai.',
  });
  run('conclusions', 'hung', 'verifier', -3, {
    conclusion: 'upheld',
    findings: FINDINGS,
    law: 'Luật Khiếu nại 02/2011 Đ.29, Đ.31; Luật Quản lý thuế Đ.52',
    measures: 'Hủy quyết định ấn định thuế; hoàn số tiền thuế nộp thừa theo quy định.',
  });
  if (petition.investigation) petition.investigation.clocks = [due('KN1.RESOLVE.NORMAL', 6)];
  return petition;
}

/** A whole matter, with a breach on the way. */
export function finished(): Petition {
  const petition = waitingForApproval();
  const number = 'D26-20417733-2';
  const rename = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll('26-55201946-6', number.slice(1))
        .replaceAll('"event-', '"event-f'),
    ) as T;
  const copy = rename(petition);
  const run = (step: string, person: string, role: string, when: number, body = {}) =>
    steps[step]?.(copy, { person, role, at: at(when, '14:05') }, body);
  tell(copy, {
    service: 'investigation',
    type: 'DeadlineBreached',
    revision: 9,
    by: author('system:investigation', 'system'),
    at: at(-2, '17:31'),
    summary: words(
      'Quá hạn giải quyết khiếu nại lần đầu; đã báo thủ trưởng đơn vị.',
      'Time to resolve the first complaint ran out; the head was told.',
    ),
    changes: [
      {
        label: words('Chính sách của hệ thống', 'Policy of the system'),
        value: words('báo cho cấp trên trực tiếp', 'tell the direct superior'),
      },
    ],
  });
  run('approval', 'binh', 'head', -2);
  run('decision', 'phuc', 'clerk', -2, {
    decisionNumber: '118/QĐ-HQSM',
    issuedOn: day(-2),
    signer: 'binh',
    text: 'Điều 1. Công nhận khiếu nại là đúng.\nĐiều 2. Hủy quyết định ấn định thuế bị khiếu nại.\nĐiều 3. Quyết định có hiệu lực kể từ ngày ký.',
  });
  run('sending', 'phuc', 'clerk', -1, { method: 'registered_post', sentOn: day(-1) });
  return copy;
}
