import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { date } from '../fields.ts';
import { sends } from './of-response.ts';

export const recordDelivery = defineCommand({
  name: 'record-delivery',
  route: 'response/cases/:number/delivery',
  action: 'response.send',
  summary: words('Ghi ngày nhận quyết định', 'Records that the decision was received'),
  ifMatch: true,
  refusals: ['NOT_THE_TIME_FOR_THIS', 'DATE_IN_FUTURE', 'DATE_TOO_EARLY'],
  body: {
    receivedOn: date(words('Ngày nhận quyết định', 'Received by the addressee on')),
  },
  forms: [
    {
      id: 'deliver',
      title: words('Ghi ngày nhận', 'Record the receipt'),
      reaches: sends,
      offered: ({ matter }) => matter.response?.state === 'sent',
    },
  ],
});
