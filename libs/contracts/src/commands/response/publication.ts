import { words } from '../../localized.ts';
import { PUBLICATION_WAYS } from '../../publication-words.ts';
import { defineCommand } from '../define-command.ts';
import { choice, ordinal, orNull, text } from '../fields.ts';
import type { MatterParts, Situation } from '../situation.ts';
import { sends } from './of-response.ts';

const REASON = words('Lý do', 'Reason');

const publicationOf = ({ response }: MatterParts) => response?.publication;

/** It may be prepared: there is a decision on a complaint, and it is not public. */
const isToPublish = ({ matter }: Situation): boolean => {
  const { response } = matter;
  return (
    response?.kind === 'complaint' &&
    response.state !== 'requested' &&
    response.publication.published === null
  );
};

/** From what was prepared last, else from the decision. */
const startText = ({ response }: MatterParts) => [
  {
    of: 'text' as const,
    initial: response?.publication.last?.text ?? response?.decision?.text ?? '',
  },
];

/** The text that everybody may read: without names, addresses and numbers of people. */
export const preparePublication = defineCommand({
  name: 'prepare-publication',
  route: 'response/cases/:number/publications',
  action: 'response.publish',
  summary: words(
    'Chuẩn bị bản công khai của quyết định, đã lược thông tin cá nhân',
    'Prepares the text of a decision for publication, without what is personal',
  ),
  status: 201,
  ifMatch: true,
  refusals: [
    'NOT_THE_TIME_FOR_THIS',
    'NOT_TO_BE_PUBLISHED',
    'ALREADY_PUBLISHED',
    'SENDER_IN_TEXT',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    text: text(20_000, words('Bản công khai', 'Text for publication'), {
      rows: 10,
      hint: words(
        'Lược bỏ họ tên, địa chỉ, số điện thoại, số giấy tờ, mã số thuế của người gửi đơn và của mọi cá nhân khác. Hệ thống chỉ tìm đúng từng mục như đã ghi khi tiếp nhận: nhiều số ghi chung một ô, tên ghi kèm danh xưng, một phần địa chỉ thì không tìm ra. Bản này niêm phong cho đến khi người thứ hai đọc và xác nhận.',
        'Leave out names, addresses, phone and identity numbers of the sender and of all other people. Each field is looked for whole, as reception typed it: several numbers in one field, a name with its title, a part of an address are not found. It stays closed until a second person has read and confirmed it.',
      ),
    }),
  },
  forms: [
    {
      id: 'prepare-publication',
      title: words('Chuẩn bị bản công khai', 'Prepare the publication'),
      reaches: sends,
      offered: (situation) => isToPublish(situation) && !publicationOf(situation.matter)?.pending,
      asks: startText,
    },
    {
      id: 'replace-publication',
      title: words('Thay bản công khai đang chờ đọc', 'Replace the text that waits'),
      reaches: sends,
      offered: (situation) =>
        isToPublish(situation) && Boolean(publicationOf(situation.matter)?.pending),
      asks: startText,
      minor: true,
    },
  ],
});

/** The second reader: from then on it is public. */
export const confirmPublication = defineCommand({
  name: 'confirm-publication',
  route: 'response/cases/:number/publication-confirmation',
  action: 'response.publish',
  summary: words(
    'Người thứ hai xác nhận đã đọc; quyết định được công khai',
    'A second person has read it; the decision is published',
  ),
  ifMatch: true,
  refusals: ['NO_PUBLICATION_PENDING', 'SECOND_READER_NEEDED', 'SENDER_IN_TEXT'],
  body: {
    /** Of the text that was read. */
    version: ordinal(words('Phiên bản', 'Version')),
    way: orNull(
      choice(
        PUBLICATION_WAYS,
        words('Hình thức công khai khác, ngoài cổng thông tin', 'Beside the portal, by'),
        {
          hint: words(
            'Công khai trên cổng thông tin và bằng một trong các hình thức này (NĐ 124/2020 Đ.29 k.3).',
            'On the portal, and in one of these ways (Decree 124/2020 Art. 29.3).',
          ),
        },
      ),
    ),
  },
  forms: [
    {
      id: 'confirm-publication',
      title: words('Xác nhận đã đọc và công khai', 'Confirm it is read, and publish'),
      reaches: sends,
      offered: ({ matter }) => publicationOf(matter)?.pending?.isOwn === false,
      asks: () => ['way'],
      sends: (matter) => ({ version: publicationOf(matter)?.last?.version ?? 1 }),
      effect: (matter) => {
        const version = publicationOf(matter)?.last?.version ?? 1;
        return words(
          `Bản công khai phiên bản ${version} sẽ hiện cho mọi người xem. Chỉ xác nhận khi đã đọc hết và không còn thông tin cá nhân.`,
          `Version ${version} will be shown to everybody. Confirm only what you have read, and what holds nothing personal.`,
        );
      },
      deliberate: true,
    },
  ],
});

export const returnPublication = defineCommand({
  name: 'return-publication',
  route: 'response/cases/:number/publication-return',
  action: 'response.publish',
  summary: words('Trả lại bản công khai để hoàn thiện', 'Returns the text for publication'),
  ifMatch: true,
  refusals: ['NO_PUBLICATION_PENDING', 'TOO_OFTEN_TODAY'],
  body: {
    version: ordinal(words('Phiên bản', 'Version')),
    reason: text(2000, words('Điểm cần hoàn thiện', 'What is to be mended'), { rows: 3 }),
  },
  forms: [
    {
      id: 'return-publication',
      title: words('Trả lại bản công khai', 'Return the text'),
      reaches: sends,
      offered: ({ matter }) => Boolean(publicationOf(matter)?.pending),
      asks: () => ['reason'],
      sends: (matter) => ({ version: publicationOf(matter)?.last?.version ?? 1 }),
      minor: true,
    },
  ],
});

export const proposeTakingBack = defineCommand({
  name: 'propose-taking-back',
  route: 'response/cases/:number/taking-back',
  action: 'response.publish',
  summary: words('Đề nghị gỡ bản công khai', 'Proposes to take the publication back'),
  ifMatch: true,
  refusals: ['NOT_PUBLISHED_NOW', 'TAKING_BACK_PENDING', 'TOO_OFTEN_TODAY'],
  body: { reason: text(2000, REASON, { rows: 3 }) },
  forms: [
    {
      id: 'propose-taking-back',
      title: words('Đề nghị gỡ bản công khai', 'Propose to take it back'),
      reaches: sends,
      offered: ({ matter }) => {
        const publication = publicationOf(matter);
        return Boolean(publication?.published) && publication?.takingBack === null;
      },
      minor: true,
      group: 'correction',
    },
  ],
});

export const confirmTakingBack = defineCommand({
  name: 'confirm-taking-back',
  route: 'response/cases/:number/taking-back-confirmation',
  action: 'response.publish',
  summary: words(
    'Người thứ hai xác nhận gỡ bản công khai',
    'A second person confirms that the publication is taken back',
  ),
  ifMatch: true,
  refusals: ['NO_TAKING_BACK_PENDING', 'SECOND_READER_NEEDED'],
  body: {},
  forms: [
    {
      id: 'confirm-taking-back',
      title: words('Xác nhận gỡ bản công khai', 'Confirm it is taken back'),
      reaches: sends,
      offered: ({ matter }) => publicationOf(matter)?.takingBack?.isOwn === false,
      effect: () =>
        words(
          'Mọi người không còn xem được bản công khai; cán bộ có quyền vẫn xem lại được trong hồ sơ.',
          'The public no longer sees it; staff who may still read it in the file.',
        ),
      deliberate: true,
      group: 'correction',
    },
  ],
});

export const declineTakingBack = defineCommand({
  name: 'decline-taking-back',
  route: 'response/cases/:number/taking-back-refusal',
  action: 'response.publish',
  summary: words(
    'Không gỡ bản công khai, hoặc rút đề nghị của mình',
    'The publication stays, or the proposal is withdrawn',
  ),
  ifMatch: true,
  refusals: ['NO_TAKING_BACK_PENDING', 'TOO_OFTEN_TODAY'],
  body: { reason: text(2000, REASON, { rows: 3 }) },
  forms: [
    {
      id: 'decline-taking-back',
      title: words('Không gỡ bản công khai', 'Leave it published'),
      reaches: sends,
      offered: ({ matter }) => Boolean(publicationOf(matter)?.takingBack),
      group: 'correction',
    },
  ],
});

export const PUBLICATION_COMMANDS = [
  confirmPublication,
  preparePublication,
  returnPublication,
  proposeTakingBack,
  confirmTakingBack,
  declineTakingBack,
] as const;
