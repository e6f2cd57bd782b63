import { words } from '../../localized.ts';
import { SENDING_WORDS } from '../../vocabulary-words.ts';
import { defineCommand } from '../define-command.ts';
import { choice, date, line } from '../fields.ts';
import { sends } from './of-response.ts';

export const sendDecision = defineCommand({
  name: 'send-decision',
  route: 'response/cases/:number/sending',
  action: 'response.send',
  summary: words('Gửi quyết định', 'Sends the decision'),
  ifMatch: true,
  refusals: ['NOT_THE_TIME_FOR_THIS', 'DATE_IN_FUTURE', 'DATE_TOO_EARLY'],
  body: {
    method: choice(SENDING_WORDS, words('Hình thức gửi', 'Method')),
    sentOn: date(words('Ngày gửi', 'Sent on')),
    addressee: line(500, words('Nơi nhận', 'Addressee'), {
      hint: words(
        'Họ tên, địa chỉ; được niêm phong cùng danh tính.',
        'Name and address; sealed with the identity.',
      ),
    }),
  },
  forms: [
    {
      id: 'send',
      title: words('Ghi việc gửi quyết định', 'Record the sending'),
      reaches: sends,
      offered: ({ matter }) => matter.response?.state === 'issued',
    },
  ],
});
