import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { text } from '../fields.ts';
import type { MatterParts } from '../situation.ts';
import { REASON } from './of-petition.ts';

const correctedIn = ({ triage }: MatterParts) => triage?.corrected ?? null;

/** A correction takes nobody away by itself: a second person confirms that earlier names were wrong. */
export const strikeNames = defineCommand({
  name: 'strike-names',
  route: 'triage/petitions/:number/struck-names',
  action: 'petition.confirm-decision',
  summary: words(
    'Xác nhận đính chính: bỏ những người, đơn vị đã ghi nhầm là bị khiếu nại, tố cáo',
    'Confirms a correction: people and units recorded in error are struck out',
  ),
  ifMatch: true,
  refusals: ['NOTHING_TO_STRIKE', 'CORRECTED_BY_ONESELF'],
  body: { reason: text(2000, REASON, { rows: 3 }) },
  forms: [
    {
      id: 'strike-names',
      title: words('Bỏ tên đã ghi nhầm', 'Strike out names recorded in error'),
      reaches: () => true,
      // Two persons: never the one who corrected it.
      offered: ({ matter }) => correctedIn(matter)?.isOwn === false,
      effect: (matter) => {
        const { units = [], people = [] } = correctedIn(matter) ?? {};
        const vi = [...people.map(({ name }) => name), ...units.map(({ name }) => name.vi)];
        const en = [...people.map(({ name }) => name), ...units.map(({ name }) => name.en)];
        return words(
          `Những người, đơn vị sau không còn bị coi là đối tượng của đơn, và lại xem được đơn theo quyền của mình: ${vi.join('; ')}.`,
          `These are no longer taken for respondents, and see the petition again as their posts allow: ${en.join('; ')}.`,
        );
      },
      minor: true,
      group: 'correction',
    },
  ],
});
