import { decideCommand } from '../directory/decide.ts';
import { callApi } from '../session/api.ts';

export default decideCommand(callApi, {
  name: 'confirm',
  route: 'confirmation',
  usage: {
    vi: 'MÃ: xác nhận một đề xuất của quản trị viên khác; thay đổi có hiệu lực ngay',
    en: 'ID: confirms what another administrator proposed; the change takes effect',
  },
  done: { vi: '✓ Đã xác nhận; thay đổi có hiệu lực.', en: '✓ Confirmed; the change is in effect.' },
});
