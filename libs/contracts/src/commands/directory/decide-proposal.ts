import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { CHANGE_REFUSALS } from './record-entry.ts';

/** The change is judged again: what was right when it was proposed may no longer be. */
export const confirmProposal = defineCommand({
  name: 'confirm-proposal',
  route: 'directory/proposals/:proposal/confirmation',
  action: 'directory.confirm',
  summary: words(
    'Quản trị viên thứ hai, hoặc người kiểm tra nội bộ ở cấp cao nhất, xác nhận; thay đổi có hiệu lực',
    'The second administrator, or an auditor of the top unit, confirms; the change takes effect',
  ),
  refusals: [
    ...CHANGE_REFUSALS,
    'PROPOSAL_DECIDED',
    'PROPOSAL_ENDED',
    'PROPOSAL_STALE',
    'SECOND_ADMINISTRATOR',
  ],
  body: null,
});

/** The administrator who proposed it may take it back so, too. */
export const declineProposal = defineCommand({
  name: 'decline-proposal',
  route: 'directory/proposals/:proposal/refusal',
  action: 'directory.change',
  summary: words('Từ chối hoặc rút đề xuất', 'Declines a proposal, or takes it back'),
  refusals: ['PROPOSAL_DECIDED', 'PROPOSAL_ENDED', 'NOT_FOR_ONESELF'],
  body: null,
});
