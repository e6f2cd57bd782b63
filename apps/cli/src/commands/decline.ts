import { decideCommand } from '../directory/decide.ts';
import { callApi } from '../session/api.ts';

export default decideCommand(callApi, {
  name: 'decline',
  route: 'refusal',
  usage: {
    vi: 'MÃ: từ chối một đề xuất, hoặc rút đề xuất của chính mình',
    en: 'ID: declines a proposal, or takes your own back',
  },
  done: { vi: '✓ Đã từ chối; không có gì thay đổi.', en: '✓ Declined; nothing has changed.' },
});
