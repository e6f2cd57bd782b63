import { words } from '../../localized.ts';
import { PURPOSE_WORDS } from '../../purpose-words.ts';
import { defineCommand } from '../define-command.ts';
import { choice, flag } from '../fields.ts';

export const DISCLOSURE_BODY = { purpose: choice(PURPOSE_WORDS, words('Mục đích', 'Purpose')) };
export const SCAN_BODY = {
  ...DISCLOSURE_BODY,
  /** The file as it came. Else a working copy: what is on the pages, without what tells of its maker. */
  original: flag(words('Bản gốc', 'The original')),
};
export const DISCLOSURE_REFUSALS = [
  'DISCLOSURE_TOO_OLD',
  'DISCLOSURE_LIMIT',
  'TOO_OFTEN_TODAY',
] as const;
export const SCAN_REFUSALS = [
  ...DISCLOSURE_REFUSALS,
  'NOTHING_TO_DISCLOSE',
  'FILE_ERASED',
  'FILE_UNCLEANABLE',
  'FILES_BUSY',
] as const;

export const discloseIdentity = defineCommand({
  name: 'disclose-identity',
  route: 'intake/petitions/:number/identity-disclosures',
  action: 'petition.disclose-identity',
  summary: words(
    'Xem danh tính người gửi đơn (có ghi nhật ký)',
    'Shows who sent the petition (logged)',
  ),
  refusals: ['DENUNCIATION_SEALED', 'VERIFIERS_OPEN_NOTHING', ...DISCLOSURE_REFUSALS],
  body: DISCLOSURE_BODY,
});

export const openScan = defineCommand({
  name: 'open-scan',
  route: 'intake/petitions/:number/file-disclosures',
  action: 'petition.open-original',
  summary: words(
    'Mở bản quét: bản làm việc, hoặc bản gốc nếu yêu cầu (có ghi nhật ký)',
    'Opens the scan: a working copy, or the original where asked for (logged)',
  ),
  refusals: ['DENUNCIATION_SEALED', 'VERIFIERS_OPEN_NOTHING', ...SCAN_REFUSALS],
  body: SCAN_BODY,
});
