import { invitationCodeSchema } from '@minh-bach/contracts';
import { drawHalfCommand } from '../directory/draw-half.ts';
import { callApi } from '../session/api.ts';
import { moment } from '../session/timeline.ts';

export default drawHalfCommand(callApi, {
  name: 'invite-code',
  path: '/api/accounts/invitation-codes',
  usage: {
    vi: 'NGƯỜI [--json]: mã đi kèm liên kết mà quản trị viên khác đã tạo; chỉ hiện một lần',
    en: 'PERSON [--json]: the code for the link that another administrator made; shown once',
  },
  parse: (body) => invitationCodeSchema.parse(body),
  text: ({ code, expiresAt }) => [
    `Tự tay trao mã này cho đúng người, không qua người đã mời; có hiệu lực đến ${moment(expiresAt)}:`,
    `Give this code to that person yourself, not through the inviter; it is valid until ${moment(expiresAt)}:`,
    `  ${code}`,
  ],
});
