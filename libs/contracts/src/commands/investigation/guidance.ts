import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { line, orNull, text } from '../fields.ts';
import type { MatterParts, Situation } from '../situation.ts';
import { works } from './of-case.ts';

/** The question that waits for its answer. */
export const openGuidance = ({ investigation }: MatterParts) =>
  investigation?.guidance.find(({ answer }) => answer === null);

const isConcluded = ({ investigation }: MatterParts): boolean =>
  investigation?.state === 'approved' || investigation?.state === 'decided';

/** The assignee, and heads of the unit. */
const mayAsk = ({ matter: { investigation }, person, post }: Situation): boolean =>
  investigation?.assignee?.id === person || post.roles.includes('head');

/** Xin ý kiến cấp trên: the case stays where it is, and no clock stops (CV 8195/TCHQ-TTKT 2020). */
export const askGuidance = defineCommand({
  name: 'ask-guidance',
  route: 'investigation/cases/:number/guidance-requests',
  action: 'case.ask-guidance',
  summary: words('Xin ý kiến đơn vị cấp trên', 'Asks the superior level for guidance'),
  status: 201,
  refusals: [
    'NOT_THE_ASSIGNEE',
    'GUIDANCE_AWAITED',
    'NOBODY_ABOVE_GUIDES',
    'ALREADY_CONCLUDED',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    question: text(5000, words('Nội dung xin ý kiến', 'What is asked'), {
      rows: 5,
      hint: words(
        'Không nêu thông tin có thể cho biết người tố cáo là ai.',
        'Nothing that could tell who a denouncer is.',
      ),
    }),
    reason: text(2000, words('Lý do', 'Why'), {
      rows: 3,
      hint: words(
        'Vướng mắc ở đâu, vì sao đơn vị không tự quyết định được.',
        'Where the difficulty lies, and why the unit cannot decide by itself.',
      ),
    }),
  },
  forms: [
    {
      id: 'ask-guidance',
      title: words('Xin ý kiến cấp trên', 'Ask for guidance'),
      reaches: works,
      offered: (situation) =>
        situation.matter.investigation !== undefined &&
        !isConcluded(situation.matter) &&
        openGuidance(situation.matter) === undefined &&
        mayAsk(situation),
      effect: () =>
        words(
          'Vụ việc vẫn do đơn vị giải quyết và các thời hạn vẫn chạy. Thủ trưởng đơn vị cấp trên trực tiếp thấy câu hỏi trong việc cần làm và trả lời ngay trong hồ sơ.',
          'The unit goes on with the case, and its limits run on. The head of the unit above finds the question among their tasks, and answers it here.',
        ),
      loose: true,
      minor: true,
    },
  ],
});

export const giveGuidance = defineCommand({
  name: 'give-guidance',
  route: 'investigation/cases/:number/guidance',
  action: 'case.guide',
  summary: words('Trả lời xin ý kiến của đơn vị cấp dưới', 'Answers what a lower unit asked'),
  status: 201,
  ifMatch: true,
  refusals: ['NO_GUIDANCE_ASKED', 'ANOTHER_UNIT_GUIDES', 'ALREADY_CONCLUDED', 'TOO_OFTEN_TODAY'],
  body: {
    answer: text(10_000, words('Ý kiến hướng dẫn', 'Guidance'), { rows: 6 }),
    letter: orNull(
      line(100, words('Số, ký hiệu văn bản trả lời', 'Number of the letter'), {
        hint: words('Để trống nếu không có văn bản.', 'Leave it empty where there is none.'),
      }),
    ),
  },
  forms: [
    {
      id: 'give-guidance',
      title: words('Trả lời xin ý kiến', 'Answer the question'),
      reaches: ({ matter }) => matter.investigation?.mayGuide === true,
      offered: ({ matter }) => openGuidance(matter) !== undefined,
    },
  ],
});
