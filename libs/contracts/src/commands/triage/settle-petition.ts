import { words, type LocalizedText } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { FILING_GROUNDS, REFUSAL_GROUNDS } from '../../settlement-grounds.ts';
import { choice, line, orNull, orNullOrAbsent, text } from '../fields.ts';
import type { MatterParts } from '../situation.ts';
import { REASON, handles, isClassified, isDenunciation } from './of-petition.ts';

const OUTCOMES = {
  not_accepted: words('Không thụ lý', 'Do not accept'),
  guided: words('Hướng dẫn người gửi đơn', 'Guide the sender'),
  transferred: words('Chuyển đơn', 'Transfer'),
  filed: words('Lưu đơn', 'File'),
};
/** One person alone ends no denunciation. */
const PROPOSED: Readonly<Record<Outcome, LocalizedText>> = {
  not_accepted: words('Đề nghị không thụ lý', 'Propose not to accept'),
  guided: words('Đề nghị hướng dẫn người gửi đơn', 'Propose to guide the sender'),
  transferred: words('Đề nghị chuyển đơn', 'Propose to transfer'),
  filed: words('Đề nghị lưu đơn', 'Propose to file'),
};
const PROPOSES_ONLY = words(
  'Với đơn tố cáo, đây chỉ là đề nghị; một người khác phải xác nhận. Thời hạn vẫn tính cho đến khi đó.',
  'Of a denunciation this is a proposal only: another person has to confirm. Until then its limits run on.',
);
const GROUND = words('Căn cứ', 'Ground');
const SEEN_BY_SENDER = words(
  'Người gửi đơn xem được khi tra cứu.',
  'The sender sees it when tracking the petition.',
);
type Outcome = keyof typeof OUTCOMES;

/** The unit that the engine finds competent, where it is another one. */
function competentElsewhere({ triage }: MatterParts): LocalizedText | undefined {
  const unit = triage?.proposal?.jurisdiction?.unit;
  return unit && unit.id !== triage?.unit.id ? unit.name : undefined;
}

/** Without a case: each outcome is a button of its own. Of a denunciation it is a proposal only. */
export const settlePetition = defineCommand({
  name: 'settle-petition',
  route: 'triage/petitions/:number/settlement',
  action: 'petition.decide',
  summary: words(
    'Không thụ lý, hướng dẫn, chuyển hoặc lưu đơn; với đơn tố cáo chỉ là đề nghị, chờ người thứ hai xác nhận',
    'Refuses, guides, transfers or files a petition; of a denunciation it only proposes, and a second person confirms',
  ),
  ifMatch: true,
  refusals: [
    'ALREADY_DECIDED',
    'AWAITING_SECOND_PERSON',
    'MERGE_HOLDS_OTHERS',
    'TOO_OFTEN_TODAY',
    'DECLINED_BY_TWO',
    'NOT_CLASSIFIED',
    'COMPETENT_BODY_MISSING',
  ],
  body: {
    outcome: choice(OUTCOMES, words('Cách xử lý', 'Outcome')),
    competentBody: orNull(line(200, words('Cơ quan có thẩm quyền', 'Competent body'))),
    reason: text(2000, REASON, { rows: 3 }),
    refusedFor: orNullOrAbsent(choice(REFUSAL_GROUNDS, GROUND, { hint: SEEN_BY_SENDER })),
    filedFor: orNullOrAbsent(choice(FILING_GROUNDS, GROUND, { hint: SEEN_BY_SENDER })),
    notice: orNullOrAbsent(
      line(
        60,
        words('Số, ký hiệu văn bản gửi người gửi đơn', 'Number of the letter to the sender'),
        { hint: SEEN_BY_SENDER },
      ),
    ),
  },
  forms: (Object.keys(OUTCOMES) as Outcome[]).map((outcome) => ({
    id: outcome,
    title: OUTCOMES[outcome],
    reaches: handles,
    offered: isClassified,
    asks: (matter) => {
      if (outcome === 'not_accepted') return ['refusedFor', 'reason', 'notice'] as const;
      if (outcome === 'filed') return ['filedFor', 'reason', 'notice'] as const;
      const initial = competentElsewhere(matter);
      return [
        { of: 'competentBody', optional: false, ...(initial && { initial }) },
        'reason',
        'notice',
      ] as const;
    },
    sends: () => ({ outcome }),
    label: ({ matter }) => (isDenunciation(matter) ? PROPOSED[outcome] : undefined),
    effect: (matter) => (isDenunciation(matter) ? PROPOSES_ONLY : undefined),
  })),
});
