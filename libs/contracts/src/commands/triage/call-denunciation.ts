import { roleFor } from '../../policy.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { orAbsent, orNullOrAbsent, respondents, text, unit } from '../fields.ts';
import {
  REASON,
  RESPONDENTS,
  RESPONDENT_UNIT,
  RESPONDENT_UNIT_HINT,
  handles,
  isDenunciation,
  mayClassify,
} from './of-petition.ts';

/** That it is one; at any time, also from above, by anybody with the right whom it cannot be about. */
export const callDenunciation = defineCommand({
  name: 'call-denunciation',
  route: 'triage/petitions/:number/denunciation',
  action: 'petition.call-denunciation',
  summary: words(
    'Xác định đơn là tố cáo, kể cả từ cấp trên hoặc sau khi đã có quyết định xử lý',
    'Calls a petition a denunciation, also from above or after it was decided',
  ),
  ifMatch: true,
  refusals: [
    'ALREADY_DECIDED',
    'AWAITING_SECOND_PERSON',
    'RESPONDENT_UNKNOWN',
    'NOBODY_LEFT',
    'ABOUT_ONESELF',
    'NAMES_ABOVE',
    'TAKES_ONESELF_OUT',
    'RESPONDENT_REGISTERED',
  ],
  body: {
    reason: text(2000, REASON, { rows: 3 }),
    respondentUnit: orNullOrAbsent(unit(RESPONDENT_UNIT, { hint: RESPONDENT_UNIT_HINT })),
    respondents: orAbsent(respondents(RESPONDENTS)),
  },
  forms: [
    {
      id: 'call-denunciation',
      title: words('Xác định là tố cáo', 'Call it a denunciation'),
      // People who may classify it say so by classifying.
      reaches: (situation) =>
        !(
          mayClassify(situation) &&
          handles(situation) &&
          roleFor('petition.classify', situation.post.roles)
        ),
      offered: ({ matter }) => matter.triage !== undefined && !isDenunciation(matter),
      asks: ({ triage }) => [
        'reason',
        ...(triage?.respondentRegistered === false ? (['respondentUnit'] as const) : []),
      ],
      effect: () =>
        words(
          'Ghi xong là có hiệu lực ngay: người có thể bị tố cáo không xem được đơn và vụ việc; danh tính và nội dung chỉ mở cho người được giao tiếp nhận, xử lý tố cáo. Quyết định đã có không thay đổi. Đơn trùng đã nhập với đơn này cũng được xác định là tố cáo.',
          'It holds at once: people whom it may be about no longer see the petition and its case; identity and words open to officers for denunciations alone. What was decided stays as it is. Duplicates that are merged with it are called so, too.',
        ),
      minor: true,
    },
  ],
});
