import type { CaseMatter } from '../../http/investigation.http.ts';
import { words } from '../../localized.ts';
import { RELATION_WORDS, relationWords } from '../../vocabulary-words.ts';
import { defineCommand } from '../define-command.ts';
import { choice, item, person, text, type Item } from '../fields.ts';
import type { MatterParts } from '../situation.ts';
import { isWorkedOn, works } from './of-case.ts';

type Declared = CaseMatter['relations'][number];

/** What bars people from the case as things stand. */
export const standingRelations = ({ investigation }: MatterParts): readonly Declared[] =>
  investigation?.relations.filter(({ dismissed }) => dismissed === null) ?? [];

const OF_DENUNCIATIONS = Object.keys(RELATION_WORDS).filter((one) => one !== 'relative_of_sender');

/** Nothing that is written in a case may point at a denouncer. */
const relationAsked = ({ investigation }: MatterParts) => ({
  of: 'relation' as const,
  ...(investigation?.isDenunciation ? { only: OF_DENUNCIATIONS } : {}),
});

const relation = choice(RELATION_WORDS, words('Quan hệ', 'Relation'));
const note = text(2000, words('Nội dung cụ thể', 'In particular'), {
  rows: 3,
  hint: words(
    'Không ghi điều gì có thể cho biết người tố cáo là ai.',
    'Nothing that could tell who a denouncer is.',
  ),
});

/** By the person, or by somebody who knows of it. */
export const declareRelation = defineCommand({
  name: 'declare-relation',
  route: 'investigation/cases/:number/relations',
  action: 'case.note',
  summary: words(
    'Khai báo quan hệ của một người xác minh với vụ việc (xung đột lợi ích)',
    'Declares how a verifier stands to the case (conflict of interest)',
  ),
  status: 201,
  refusals: [
    'RELATION_OF_NO_VERIFIER',
    'RELATION_TELLS_SENDER',
    'RELATION_DECLARED',
    'ALREADY_CONCLUDED',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    person: person('verifier', words('Người có quan hệ', 'Who stands in it')),
    relation,
    note,
  },
  forms: [
    {
      id: 'declare-relation',
      title: words('Khai báo quan hệ', 'Declare a relation'),
      reaches: works,
      offered: ({ matter: { investigation } }) =>
        investigation !== undefined &&
        investigation.state !== 'approved' &&
        investigation.state !== 'decided',
      asks: (matter) => ['person', relationAsked(matter), 'note'],
      effect: () =>
        words(
          'Người này sẽ không được giao xác minh vụ việc. Khai báo hiện cho người có quyền xem vụ việc và được lưu trong diễn biến.',
          'This person will not be assigned the case. All who may read the case see it, and it stays in its history.',
        ),
      loose: true,
      minor: true,
    },
  ],
});

/** The case goes back to the head, who sees why. */
export const declineAssignment = defineCommand({
  name: 'decline-assignment',
  route: 'investigation/cases/:number/assignment-refusal',
  action: 'case.record',
  summary: words(
    'Từ chối xác minh vì có xung đột lợi ích; vụ việc trở về thủ trưởng',
    'Declines to verify for a conflict of interest; the case goes back to the head',
  ),
  ifMatch: true,
  refusals: [
    'NOT_THE_ASSIGNEE',
    'RELATION_TELLS_SENDER',
    'ALREADY_CONCLUDED',
    'AWAITING_APPROVAL',
    'TOO_OFTEN_TODAY',
  ],
  body: { relation, note },
  forms: [
    {
      id: 'decline-assignment',
      title: words('Từ chối vì có xung đột', 'Decline for a conflict'),
      reaches: works,
      offered: isWorkedOn,
      asks: (matter) => [relationAsked(matter), 'note'],
      effect: () =>
        words(
          'Vụ việc trở về thủ trưởng để giao người khác. Những gì đã ghi nhận vẫn giữ trong hồ sơ.',
          'The case goes back to the head for another verifier. What was recorded stays in the file.',
        ),
      deliberate: true,
      minor: true,
    },
  ],
});

const dismissible = (matter: MatterParts): readonly Item[] =>
  standingRelations(matter)
    .filter(({ isOwn }) => !isOwn)
    .map(({ item: value, person: { name }, relation: of }) => ({
      value,
      label: words(`${name}: ${relationWords(of).vi}`, `${name}: ${relationWords(of).en}`),
    }));

/**
 * A report about somebody else may be wrong; what a person says of themselves stands. Nobody finds so of
 * themselves, and in a denunciation it takes two heads.
 */
export const dismissRelation = defineCommand({
  name: 'dismiss-relation',
  route: 'investigation/cases/:number/relation-dismissals',
  action: 'case.assign',
  summary: words(
    'Xác định khai báo quan hệ do người khác báo là không đúng',
    'Finds that a relation that somebody else reported is none',
  ),
  ifMatch: true,
  refusals: [
    'RELATION_UNKNOWN',
    'RELATION_OWN_WORD',
    'RELATION_OF_YOURSELF',
    'RELATION_SECOND_HEAD',
    'ALREADY_CONCLUDED',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    relation: item(dismissible, words('Khai báo', 'Declaration')),
    reason: text(2000, words('Căn cứ', 'Reason'), { rows: 3 }),
  },
  forms: [
    {
      id: 'dismiss-relation',
      title: words('Xác định không có quan hệ', 'Find that there is no relation'),
      reaches: works,
      offered: ({ matter }) => dismissible(matter).length > 0,
      effect: ({ investigation }) =>
        investigation?.isDenunciation
          ? words(
              'Trong vụ việc tố cáo, khai báo chỉ hết hiệu lực khi hai người lãnh đạo cùng xác định như vậy.',
              'In a denunciation, the declaration stands until two heads have found so.',
            )
          : words('Người này lại có thể được giao xác minh.', 'This person may be assigned again.'),
      minor: true,
    },
  ],
});
