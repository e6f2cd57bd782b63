import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { confirmed, person } from '../fields.ts';
import { works } from './of-case.ts';
import { standingRelations } from './relations.ts';

export const assignCase = defineCommand({
  name: 'assign-case',
  route: 'investigation/cases/:number/assignment',
  action: 'case.assign',
  summary: words('Giao xác minh', 'Assigns a case'),
  ifMatch: true,
  refusals: [
    'ASSIGNEE_CANNOT_VERIFY',
    'ASSIGNEE_HAS_CONFLICT',
    'ASSIGNEE_CONFLICT_BY_LAW',
    'ALREADY_CONCLUDED',
    'AWAITING_APPROVAL',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    assignee: person('verifier', words('Người xác minh', 'Verifier')),
    noConflict: confirmed(
      words(
        'Đã đối chiếu: người được giao không phải là người bị khiếu nại, tố cáo, phản ánh, không phải là cấp dưới hoặc người thân, không có lợi ích liên quan',
        'Checked: the verifier is not complained of, no subordinate or relative, and has no direct interest',
      ),
      words(
        'Phải đối chiếu xung đột lợi ích trước khi giao',
        'Conflicts of interest have to be checked before the case is assigned',
      ),
    ),
  },
  forms: [
    {
      id: 'assign',
      title: words('Giao việc', 'Assign'),
      reaches: works,
      offered: ({ matter: { investigation } }) =>
        investigation?.state === 'received' || investigation?.state === 'assigned',
      effect: (matter) => {
        const who = [...new Set(standingRelations(matter).map(({ person: { name } }) => name))];
        return who.length === 0
          ? undefined
          : words(
              `Đã có khai báo quan hệ, không giao được cho: ${who.join(', ')}.`,
              `By declared relations it cannot be assigned to: ${who.join(', ')}.`,
            );
      },
    },
  ],
});
