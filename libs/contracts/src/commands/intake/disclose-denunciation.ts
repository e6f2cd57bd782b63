import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import {
  DISCLOSURE_BODY,
  DISCLOSURE_REFUSALS,
  SCAN_BODY,
  SCAN_REFUSALS,
} from './disclose-petition.ts';

/** Of a denunciation they open here alone, to those who are appointed to it. */
export const discloseDenouncer = defineCommand({
  name: 'disclose-denouncer',
  route: 'intake/denunciations/:number/identity-disclosures',
  action: 'denunciation.disclose-identity',
  summary: words(
    'Xem người tố cáo và lời tố cáo (có ghi nhật ký)',
    'Shows who denounces, and the statement (logged)',
  ),
  refusals: ['CALLED_BY_ONESELF', ...DISCLOSURE_REFUSALS],
  body: DISCLOSURE_BODY,
});

export const openDenunciationScan = defineCommand({
  name: 'open-denunciation-scan',
  route: 'intake/denunciations/:number/file-disclosures',
  action: 'denunciation.open-original',
  summary: words(
    'Mở bản quét đơn tố cáo: bản làm việc, hoặc bản gốc nếu yêu cầu (có ghi nhật ký)',
    'Opens the scan of a denunciation: a working copy, or the original where asked for (logged)',
  ),
  refusals: ['CALLED_BY_ONESELF', ...SCAN_REFUSALS],
  body: SCAN_BODY,
});
