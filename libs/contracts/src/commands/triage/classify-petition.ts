import { KIND_WORDS } from '../../vocabulary-words.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { choice, orAbsent, orNull, orNullOrAbsent, respondents, text, unit } from '../fields.ts';
import {
  REASON,
  RESPONDENTS,
  RESPONDENT_UNIT,
  RESPONDENT_UNIT_HINT,
  handles,
  mayClassify,
} from './of-petition.ts';

/** A proposal only, from denunciation to another kind. */
export const classifyPetition = defineCommand({
  name: 'classify-petition',
  route: 'triage/petitions/:number/classification',
  action: 'petition.classify',
  summary: words(
    'Phân loại đơn theo nội dung; từ tố cáo sang loại khác chỉ là đề nghị, chờ người thứ hai xác nhận',
    'Classifies a petition by its content; from denunciation to another kind it only proposes, and a second person confirms',
  ),
  ifMatch: true,
  refusals: [
    'ALREADY_DECIDED',
    'AWAITING_SECOND_PERSON',
    'TOO_OFTEN_TODAY',
    'DECLINED_BY_TWO',
    'MERGE_HOLDS_OTHERS',
    'REASON_MISSING',
    'RESPONDENT_UNKNOWN',
    'NOBODY_LEFT',
    'ABOUT_ONESELF',
    'NAMES_ABOVE',
    'TAKES_ONESELF_OUT',
    'RESPONDENT_REGISTERED',
  ],
  body: {
    kind: choice(KIND_WORDS, words('Loại đơn', 'Kind of petition')),
    /** Needed when it differs from what was declared. */
    reason: orNull(text(2000, REASON, { rows: 3 })),
    /** The unit of ours that is complained of, where the registration names none. */
    respondentUnit: orNullOrAbsent(
      unit(RESPONDENT_UNIT, {
        hint: RESPONDENT_UNIT_HINT,
      }),
    ),
    respondents: orAbsent(respondents(RESPONDENTS)),
  },
  forms: [
    {
      id: 'classify',
      title: words('Phân loại', 'Classify'),
      reaches: handles,
      offered: mayClassify,
      asks: ({ triage }) => [
        {
          of: 'kind',
          initial: triage?.kind ?? '',
          hint:
            triage?.kind === 'denunciation'
              ? words(
                  'Xét theo nội dung. Chuyển đơn tố cáo sang loại khác chỉ là đề nghị; một người khác phải xác nhận.',
                  'By its content. Another kind for a denunciation is a proposal only: another person has to confirm.',
                )
              : words(
                  'Xét theo nội dung, không theo tiêu đề đơn.',
                  'By its content, not by its title.',
                ),
        },
        {
          of: 'reason',
          label: words(
            'Lý do phân loại khác với khai báo',
            'Why it differs from what was declared',
          ),
          optional: ({ kind }) => kind === '' || kind === triage?.kind,
        },
        ...(triage?.respondentRegistered === false ? (['respondentUnit'] as const) : []),
      ],
    },
  ],
});
