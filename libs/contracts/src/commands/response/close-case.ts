import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { sends } from './of-response.ts';

export const closeCase = defineCommand({
  name: 'close-case',
  route: 'response/cases/:number/closure',
  action: 'response.close',
  summary: words('Kết thúc vụ việc', 'Closes the case'),
  ifMatch: true,
  refusals: ['NOT_THE_TIME_FOR_THIS'],
  body: {},
  forms: [
    {
      id: 'close',
      title: words('Kết thúc hồ sơ', 'Close the file'),
      reaches: (situation) =>
        sends(situation) || situation.matter.response?.unit.id === situation.post.unit,
      offered: ({ matter }) => matter.response?.state === 'delivered',
      effect: () =>
        words(
          'Hồ sơ được khép lại. Lịch sử vẫn giữ nguyên và xem được.',
          'The file is closed. Its history stays and can be read.',
        ),
    },
  ],
});
