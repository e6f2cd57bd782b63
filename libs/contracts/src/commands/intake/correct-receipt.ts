import { dayMonthYear } from '../../day-month-year.ts';
import { words } from '../../localized.ts';
import { CHANNEL_WORDS, PROOF_WORDS } from '../../vocabulary-words.ts';
import { defineCommand } from '../define-command.ts';
import { choice, date, orNull, text } from '../fields.ts';
import type { MatterParts, Situation } from '../situation.ts';

const REASON = words('Lý do', 'Reason');

/** A clock moves with it, and a warning to the superior may fall: one person proposes, another confirms. */
export const proposeReceiptDate = defineCommand({
  name: 'propose-receipt-date-correction',
  route: 'intake/petitions/:number/receipt-date-corrections',
  action: 'petition.propose-correction',
  summary: words(
    'Đề nghị đính chính ngày nhận đơn; người thứ hai xác nhận',
    'Proposes another receipt date; a second person confirms it',
  ),
  status: 201,
  ifMatch: true,
  refusals: [
    'RECEIPT_DATE_SAME',
    'RECEIVED_AFTER_REGISTRATION',
    'RECEIVED_LONG_BEFORE_REGISTRATION',
    'DATED_AFTER_RECEIPT',
    'CORRECTION_PENDING',
    'TOO_OFTEN_TODAY',
    'DECLINED_BY_TWO',
  ],
  body: {
    receivedOn: date(words('Ngày nhận đúng', 'Right receipt date'), {
      hint: words(
        'Không sau ngày vào sổ, không trước ngày ghi trên đơn hoặc trên văn bản chuyển đơn.',
        'Not after the registration, nor before the date on the paper or on the forwarding letter.',
      ),
    }),
    channel: orNull(
      choice(CHANNEL_WORDS, words('Hình thức gửi đơn đúng', 'Right channel'), {
        hint: words('Chỉ chọn nếu cũng ghi sai.', 'Only where that was wrong, too.'),
      }),
    ),
    proof: choice(PROOF_WORDS, words('Căn cứ chứng minh', 'Proof')),
    reason: text(2000, REASON, { rows: 3 }),
  },
  forms: [
    {
      id: 'correct-receipt-date',
      title: words('Đề nghị đính chính ngày nhận', 'Propose another receipt date'),
      offered: ({ matter }) => matter.intake?.correction === null && !matter.intake.isKept,
      effect: ({ intake }) =>
        intake &&
        words(
          `Ngày nhận đang ghi là ${dayMonthYear(intake.receivedOn)}. Khi người thứ hai xác nhận, các thời hạn đang chạy được tính lại từ ngày đúng và người gửi đơn được báo; ngày cũ vẫn xem lại được.`,
          `The receipt date is recorded as ${dayMonthYear(intake.receivedOn)}. Once a second person confirms, running limits count from the right day, and the sender is told; the earlier day stays readable.`,
        ),
      minor: true,
      group: 'correction',
    },
  ],
});

const answers = ({ matter, person }: Situation): boolean =>
  matter.intake?.correction?.mayAnswer === true || proposerOf(matter) === person;

const proposerOf = ({ intake }: MatterParts): string | undefined => intake?.correction?.by.id;

export const confirmCorrection = defineCommand({
  name: 'confirm-correction',
  route: 'intake/petitions/:number/correction-confirmation',
  action: 'petition.confirm-correction',
  summary: words('Xác nhận đề nghị đính chính', 'Confirms a correction that was proposed'),
  ifMatch: true,
  refusals: [
    'NO_CORRECTION_PENDING',
    'ANOTHER_PERSON_CONFIRMS',
    'PROPOSER_NAMED',
    'PROPOSER_LEFT',
    'SUPERIOR_CONFIRMS',
  ],
  body: { note: orNull(text(2000, words('Ghi chú', 'Note'), { rows: 3 })) },
  forms: [
    {
      id: 'correction-confirm',
      title: words('Xác nhận đính chính', 'Confirm the correction'),
      reaches: answers,
      offered: ({ matter }) =>
        matter.intake?.correction?.isOwn === false && matter.intake.correction.mayConfirm,
      group: 'correction',
    },
  ],
});

export const declineCorrection = defineCommand({
  name: 'decline-correction',
  route: 'intake/petitions/:number/correction-refusal',
  action: 'petition.confirm-correction',
  summary: words(
    'Không chấp nhận đề nghị đính chính, hoặc rút đề nghị của mình',
    'Declines a correction that was proposed, or withdraws it',
  ),
  ifMatch: true,
  refusals: ['NO_CORRECTION_PENDING', 'TOO_OFTEN_TODAY'],
  body: { note: text(2000, REASON, { rows: 3 }) },
  forms: [
    {
      id: 'correction-decline',
      title: words('Không chấp nhận đính chính', 'Decline the correction'),
      label: ({ matter, person }) =>
        proposerOf(matter) === person
          ? words('Rút đề nghị đính chính', 'Withdraw the correction')
          : undefined,
      reaches: answers,
      offered: ({ matter }) => matter.intake?.correction?.mayDecline === true,
      group: 'correction',
    },
  ],
});
