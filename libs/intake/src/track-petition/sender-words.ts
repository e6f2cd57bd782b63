import { words, type Due, type LocalizedText, type SettlementGround } from '@minh-bach/contracts';
import { aboveOf, type Open, type Told } from './told.ts';

export interface Task {
  readonly text: LocalizedText;
  readonly due: Due | null;
}

const just = (vi: string, en: string): Task => ({ text: words(vi, en), due: null });

const NOTHING = just('Ông/bà chưa phải làm gì.', 'You need not do anything now.');
const WITHDRAW = just(
  'Ông/bà có thể rút khiếu nại bất cứ lúc nào, bằng đơn có chữ ký hoặc điểm chỉ (Luật Khiếu nại Đ.10).',
  'You may withdraw the complaint at any time, by a signed or fingerprinted paper (Law on Complaints Art. 10).',
);
const DIALOGUE = just(
  'Cán bộ có thể mời ông/bà đến làm việc hoặc đối thoại (Luật Khiếu nại Đ.30).',
  'You may be invited to a meeting or a dialogue (Law on Complaints Art. 30).',
);

const toSign = ({ unit }: Open): Task =>
  just(
    `Đơn chưa có chữ ký hoặc điểm chỉ nên có thể không được giải quyết. Mời ông/bà đến ${unit.vi} ký vào đơn, mang theo giấy tờ tùy thân và giấy biên nhận.`,
    `It bears no signature or fingerprint, and may be left unresolved. Please come to ${unit.en} to sign it; bring your papers and the receipt.`,
  );

/** What the sender can mend. */
const CURABLE: readonly SettlementGround[] = [
  'no_capacity',
  'no_authority',
  'unsigned',
  'incomplete',
  'anonymous',
  'unreadable',
];

function afterRefusal({ ground }: Open): Task[] {
  if (ground === undefined || !CURABLE.includes(ground)) return [];
  return [
    just(
      'Ông/bà có thể gửi lại đơn khi đã bổ sung điều còn thiếu.',
      'You may send it again once what is missing is there.',
    ),
  ];
}

/** After a decision: a second complaint, while its time runs, or a court (Luật Khiếu nại Đ.7, 33, 42). */
function ifYouDisagree(open: Open): Task[] {
  const { kind, instance, window } = open;
  if (kind !== 'complaint' || instance === undefined) return [];
  if (instance === 2)
    return [
      just(
        'Nếu không đồng ý, ông/bà có quyền khởi kiện vụ án hành chính tại Tòa án (Luật Khiếu nại Đ.42).',
        'If you disagree, you may sue in an administrative court (Law on Complaints Art. 42).',
      ),
    ];
  if (window?.overdue)
    return [
      just(
        'Thời hạn khiếu nại lần hai đã hết. Ông/bà vẫn có thể hỏi về quyền khởi kiện vụ án hành chính tại Tòa án (Luật Khiếu nại Đ.7).',
        'The time for a second complaint is over. You may still ask about suing in an administrative court (Law on Complaints Art. 7).',
      ),
    ];
  const above = aboveOf(open);
  const counted = window
    ? words('', '')
    : words(
        ' Thời hạn khiếu nại lần hai tính từ ngày ông/bà nhận được quyết định.',
        ' The time for a second complaint counts from the day on which you receive the decision.',
      );
  const text = words(
    `Nếu không đồng ý, ông/bà có quyền khiếu nại lần hai đến ${above.vi}, hoặc khởi kiện vụ án hành chính tại Tòa án (Luật Khiếu nại Đ.7).${counted.vi}`,
    `If you disagree, you may complain a second time to ${above.en}, or sue in an administrative court (Law on Complaints Art. 7).${counted.en}`,
  );
  return [{ text, due: window }];
}

/** What the sender may or must do now. */
export function tasksOf({ state, open }: Told): Task[] {
  if (!open) return [];
  switch (state) {
    case 'received':
    case 'classified':
      return [open.signed ? NOTHING : toSign(open)];
    case 'accepted':
    case 'awaiting_approval':
    case 'concluded':
      return [NOTHING, WITHDRAW];
    case 'under_verification':
      return [DIALOGUE, WITHDRAW];
    case 'decision_issued':
    case 'merged':
    case 'transferred':
      return [NOTHING];
    case 'decision_sent':
    case 'decision_delivered':
    case 'closed':
      return ifYouDisagree(open);
    case 'guided':
      return [
        just(
          `Ông/bà gửi đơn đến ${open.competentBody ?? 'cơ quan có thẩm quyền'}; chúng tôi không chuyển thay.`,
          `Please send it to ${open.competentBody ?? 'the competent body'}; we do not forward it.`,
        ),
      ];
    case 'not_accepted':
    case 'filed':
      return afterRefusal(open);
  }
}
