import { invitationLinkSchema } from '@minh-bach/contracts';
import { drawHalfCommand } from '../directory/draw-half.ts';
import { callApi } from '../session/api.ts';
import { moment } from '../session/timeline.ts';

export default drawHalfCommand(callApi, {
  name: 'invite',
  path: '/api/accounts/invitations',
  usage: {
    vi: 'NGƯỜI [--json]: liên kết dùng một lần để người này tự tạo tài khoản; mã đi kèm do quản trị viên khác lấy (invite-code)',
    en: 'PERSON [--json]: a one-time link by which this person makes an account; another administrator gets its code (invite-code)',
  },
  parse: (body) => invitationLinkSchema.parse(body),
  text: ({ url, expiresAt }) => [
    `Trao liên kết này cho đúng người; dùng được một lần, đến ${moment(expiresAt)}:`,
    `Hand this link to that person alone; it works once, until ${moment(expiresAt)}:`,
    `  ${url}`,
    'Liên kết cần thêm mã. Hãy nhờ một quản trị viên khác lấy mã: mb invite-code NGƯỜI',
    'The link needs a code as well. Ask another administrator to get it: mb invite-code PERSON',
  ],
});
