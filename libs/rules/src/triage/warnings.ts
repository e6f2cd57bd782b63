import type { Words } from '../deadlines/deadline.ts';
import { mustAct } from './conditions.ts';
import type { Matter } from './conditions.ts';

/** Something the person who decides must know. */
export interface TriageWarning extends Words {
  readonly code: string;
}

type Check = readonly [code: string, vi: string, en: string, holds: (seen: Seen) => boolean];

interface Seen {
  readonly matter: Matter;
  readonly rule: number | null;
  readonly confirmed: boolean;
}

const checks: readonly Check[] = [
  [
    'only_individuals_denounce',
    'Chỉ cá nhân có quyền tố cáo (Luật Tố cáo 25/2018 Đ.2); nội dung của tổ chức được xử lý như phản ánh.',
    'Only an individual can denounce (Luật Tố cáo 25/2018 Đ.2); an organisation’s is treated as feedback.',
    ({ matter }) => matter.contents.includes('denunciation') && matter.sender.kind !== 'individual',
  ],
  [
    'not_formal',
    'Khiếu nại phải bằng đơn hoặc trình bày trực tiếp (Luật Khiếu nại Đ.8); cuộc gọi, thư điện tử, tin nhắn trên mạng mới là tin báo, chưa phải khiếu nại.',
    'A complaint comes in writing or in person (Luật Khiếu nại Đ.8); a call, an e-mail or a web message is a signal, not yet a complaint.',
    ({ matter }) =>
      matter.kinds.includes('complaint') &&
      matter.form !== 'written' &&
      matter.form !== 'in_person',
  ],
  [
    'unsigned_denunciation',
    'Đơn tố cáo phải có chữ ký hoặc điểm chỉ (Luật Tố cáo Đ.23).',
    'A written denunciation needs a signature or fingerprint (Luật Tố cáo Đ.23).',
    ({ matter }) =>
      matter.kind === 'denunciation' && matter.form === 'written' && !matter.sender.signed,
  ],
  [
    'also_urgent',
    'Còn có bí mật nhà nước hoặc nguy cơ gây thiệt hại nghiêm trọng ngay: báo cáo ngay người đứng đầu (Luật Tố cáo Đ.27 k.2).',
    'There is also a state secret or imminent serious damage: alert the head at once (Luật Tố cáo Đ.27 k.2).',
    ({ matter, rule }) => rule === 10 && (matter.stateSecret || matter.imminentDamage),
  ],
  [
    'guided_before_yet_to_act',
    'Đã hướng dẫn hoặc chuyển trước đây, nhưng nơi nhận có trách nhiệm xử lý nên không được lưu đơn (Luật Tố cáo Đ.24 k.3; TT 05/2021 Đ.14 k.2).',
    'It was guided or transferred before, but this receiver must act on it, so it may not be filed (Luật Tố cáo Đ.24 k.3; TT 05/2021 Đ.14 k.2).',
    ({ matter }) => (matter.guidedBefore || matter.transferredBefore) && mustAct(matter),
  ],
  [
    'in_person_is_guided',
    'Người tố cáo đến trực tiếp thì hướng dẫn đến nơi có thẩm quyền, không chuyển đơn (Luật Tố cáo Đ.24 k.2).',
    'A denouncer who comes in person is guided to the competent body, nothing is transferred (Luật Tố cáo Đ.24 k.2).',
    ({ matter, rule }) =>
      (rule === 150 || rule === 180) &&
      matter.kind === 'denunciation' &&
      matter.form === 'in_person',
  ],
  [
    'level_skipped',
    'Đơn vượt cấp: ghi nhận việc vượt cấp và nguyên nhân.',
    'A level was skipped: record the skip and its cause.',
    ({ matter, rule }) => rule === 180 && !matter.filedWithLower,
  ],
  [
    'lower_unit_in_time',
    'Cấp dưới đã nhận và chưa quá hạn: chưa có căn cứ đôn đốc.',
    'The lower unit has it and is still in time: no ground to urge yet.',
    ({ matter, rule }) => rule === 180 && matter.filedWithLower,
  ],
  [
    'no_lower_unit',
    'Nơi nhận là cấp thấp nhất, không có cấp dưới: kiểm tra lại thẩm quyền.',
    'The receiver is the lowest level and has no lower unit: check the competence.',
    ({ matter }) => matter.receiver === 'chi_cuc' && matter.competence === 'lower',
  ],
  [
    'party_matter',
    'Có nội dung về đảng viên vi phạm quy định của Đảng: phần này chuyển tổ chức đảng (TT 05/2021 Đ.15).',
    'It touches a Party member on Party rules: that part goes to the Party organisation (TT 05/2021 Đ.15).',
    ({ matter, rule }) => matter.partyMatter && rule !== 190,
  ],
  [
    'forwarder_waits',
    'Do cơ quan, đại biểu hoặc báo chí chuyển đến: phải báo kết quả cho nơi chuyển (Luật Tiếp công dân Đ.27; Luật Tố cáo Đ.26).',
    'It was forwarded: the forwarder is told the result (Luật Tiếp công dân Đ.27; Luật Tố cáo Đ.26).',
    ({ matter, rule }) => matter.forwardedBy !== null && rule !== 140,
  ],
  [
    'partly_confirmed',
    'Căn cứ của quy tắc này mới được xác nhận một phần: cần người có chuyên môn kiểm tra.',
    'The source of this rule is confirmed only in part: have it checked.',
    ({ confirmed }) => !confirmed,
  ],
  [
    'no_rule',
    'Chưa quy tắc nào áp dụng được: hãy xác nhận thẩm quyền.',
    'No rule holds yet: confirm who is competent.',
    ({ rule }) => rule === null,
  ],
];

export function warningsOf(seen: Seen, unknownFacts: readonly string[]): TriageWarning[] {
  return [
    ...checks.filter(([, , , holds]) => holds(seen)).map(([code, vi, en]) => ({ code, vi, en })),
    ...unknownFacts.map((name) => ({
      code: 'unknown_fact',
      vi: `Không biết dữ kiện “${name}”, không được xét đến.`,
      en: `Unknown fact “${name}”, not considered.`,
    })),
  ];
}
