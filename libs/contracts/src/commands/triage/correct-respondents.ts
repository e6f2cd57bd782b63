import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { orAbsent, orNull, respondents, text, unit } from '../fields.ts';
import { REASON, RESPONDENTS, RESPONDENT_UNIT } from './of-petition.ts';

/** These, in place of those who were named before. */
export const correctRespondents = defineCommand({
  name: 'correct-respondents',
  route: 'triage/petitions/:number/respondents',
  action: 'petition.correct-respondents',
  summary: words(
    'Đính chính người, đơn vị bị khiếu nại, tố cáo',
    'Corrects whom a petition is about',
  ),
  ifMatch: true,
  refusals: [
    'RESPONDENT_UNKNOWN',
    'NOBODY_LEFT',
    'NAMES_ABOVE',
    'TAKES_ONESELF_OUT',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    respondentUnit: orNull(
      unit(RESPONDENT_UNIT, {
        hint: words(
          'Để trống nếu chưa xác định được. Người đã từng bị nêu trong đơn tố cáo vẫn không xem được đơn.',
          'Leave it empty while no unit is known. People whom a denunciation once named still cannot see it.',
        ),
      }),
    ),
    respondents: orAbsent(respondents(RESPONDENTS)),
    reason: text(2000, REASON, { rows: 3 }),
  },
  forms: [
    {
      id: 'correct-respondents',
      title: words('Đính chính đơn vị, người bị khiếu nại, tố cáo', 'Correct whom it is about'),
      // Only its unit and those above are shown it; theirs it is to correct, but for people whom it names.
      reaches: () => true,
      offered: ({ matter }) => matter.triage !== undefined && !matter.triage.isKept,
      asks: ({ triage }) => [
        { of: 'respondentUnit', initial: triage?.respondentUnit?.id ?? '' },
        'respondents',
        'reason',
      ],
      minor: true,
      group: 'correction',
    },
  ],
});
