import type { CaseMatter } from '../../http/investigation.http.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { item, text, type Item } from '../fields.ts';
import type { MatterParts } from '../situation.ts';
import { isWorkedOn, works } from './of-case.ts';

type Recorded = Pick<CaseMatter['evidence'][number], 'item' | 'folio'>;

/** What stands in the case file and may be taken out of it. */
const standing = ({ investigation }: MatterParts): readonly Item[] => {
  if (!investigation) return [];
  const { explanations, evidence } = investigation;
  const named = [
    ...explanations.map((one) => ({ one, vi: `Giải trình: ${one.givenBy ?? '…'}` })),
    ...evidence.map((one) => ({ one, vi: one.title ?? '…' })),
  ];
  return named
    .filter(({ one }) => one.withdrawn === null)
    .toSorted((a, b) => a.one.item - b.one.item)
    .map(({ one, vi }) => ({ value: one.item, label: words(...labelled(vi, one)) }));
};

const labelled = (name: string, { folio }: Recorded): [vi: string, en: string] =>
  folio
    ? [`${name} (bút lục ${folioRange(folio)})`, `${name} (folios ${folioRange(folio)})`]
    : [name, name];

/** e.g. `3–7` */
export const folioRange = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? `${from}` : `${from}–${to}`;

/** What was recorded stays readable, with its numbers, and is marked. */
export const withdrawItem = defineCommand({
  name: 'withdraw-item',
  route: 'investigation/cases/:number/withdrawals',
  action: 'case.record',
  summary: words(
    'Rút tài liệu khỏi hồ sơ; số bút lục giữ nguyên',
    'Takes a paper out of the case file; its numbers stay',
  ),
  status: 201,
  refusals: [
    'NOT_THE_ASSIGNEE',
    'ALREADY_CONCLUDED',
    'ITEM_UNKNOWN',
    'ITEM_WITHDRAWN',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    item: item(standing, words('Tài liệu', 'Paper')),
    reason: text(2000, words('Lý do rút', 'Reason'), { rows: 3 }),
  },
  forms: [
    {
      id: 'withdraw-item',
      title: words('Rút tài liệu', 'Withdraw a paper'),
      reaches: works,
      offered: (situation) => isWorkedOn(situation) && standing(situation.matter).length > 0,
      effect: () =>
        words(
          'Tài liệu vẫn xem lại được, được ghi là đã rút; số bút lục của nó không dùng lại cho tài liệu khác.',
          'The paper stays readable, marked as withdrawn; its numbers are given to no other.',
        ),
      minor: true,
    },
  ],
});
