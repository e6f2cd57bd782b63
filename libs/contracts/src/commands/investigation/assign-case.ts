import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { person } from '../fields.ts';
import { works } from './of-case.ts';

export const assignCase = defineCommand({
  name: 'assign-case',
  route: 'investigation/cases/:number/assignment',
  action: 'case.assign',
  summary: words('Giao xác minh', 'Assigns a case'),
  ifMatch: true,
  refusals: ['ASSIGNEE_CANNOT_VERIFY', 'ALREADY_CONCLUDED', 'AWAITING_APPROVAL', 'TOO_OFTEN_TODAY'],
  body: { assignee: person('verifier', words('Người xác minh', 'Verifier')) },
  forms: [
    {
      id: 'assign',
      title: words('Giao việc', 'Assign'),
      reaches: works,
      offered: ({ matter: { investigation } }) =>
        investigation?.state === 'received' || investigation?.state === 'assigned',
    },
  ],
});
