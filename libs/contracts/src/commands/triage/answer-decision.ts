import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { orNull, text } from '../fields.ts';
import type { MatterParts, Situation } from '../situation.ts';
import { REASON } from './of-petition.ts';

/** Proposers may take back what they proposed, also where it does not fall to them to answer. */
const answers = ({ matter, person }: Situation): boolean =>
  matter.triage?.proposed?.mayAnswer === true || proposerOf(matter) === person;

const proposerOf = ({ triage }: MatterParts): string | undefined => triage?.proposed?.by.id;

/** To make a denunciation something else, or to end it, takes two: one proposes, another answers. */
export const confirmDecision = defineCommand({
  name: 'confirm-decision',
  route: 'triage/petitions/:number/decision-confirmation',
  action: 'petition.confirm-decision',
  summary: words(
    'Xác nhận đề nghị phân loại lại hoặc kết thúc xử lý đơn tố cáo',
    'Confirms what is proposed for a denunciation: that it is of another kind, or how it ends',
  ),
  ifMatch: true,
  refusals: [
    'ALREADY_DECIDED',
    'NOTHING_TO_CONFIRM',
    'SECOND_PERSON_NEEDED',
    'PROPOSER_NAMED',
    'PROPOSER_LEFT',
  ],
  body: { note: orNull(text(2000, words('Ghi chú', 'Note'), { rows: 3 })) },
  forms: [
    {
      id: 'decision-confirm',
      title: words('Xác nhận đề nghị', 'Confirm the proposal'),
      reaches: answers,
      // Two persons: never the one who proposed it.
      offered: ({ matter }) => matter.triage?.proposed?.isOwn === false,
    },
  ],
});

export const declineDecision = defineCommand({
  name: 'decline-decision',
  route: 'triage/petitions/:number/decision-refusal',
  action: 'petition.confirm-decision',
  summary: words(
    'Không chấp nhận đề nghị về đơn tố cáo, hoặc rút đề nghị của mình',
    'Declines what is proposed for a denunciation, or withdraws it',
  ),
  ifMatch: true,
  refusals: ['ALREADY_DECIDED', 'NOTHING_TO_CONFIRM', 'TOO_OFTEN_TODAY'],
  body: { note: text(2000, REASON, { rows: 3 }) },
  forms: [
    {
      id: 'decision-decline',
      title: words('Không chấp nhận đề nghị', 'Decline the proposal'),
      label: ({ matter, person }) =>
        proposerOf(matter) === person ? words('Rút đề nghị', 'Withdraw the proposal') : undefined,
      reaches: answers,
      offered: ({ matter }) => proposerOf(matter) !== undefined,
    },
  ],
});
