import { registerPetitionSchema } from '../../http/intake.http.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';

/** Its scan was uploaded a moment before; the receipt code stays with the desk's page. */
export const registerPetition = defineCommand({
  name: 'register-petition',
  route: 'intake/petitions',
  action: 'petition.register',
  summary: words(
    'Đăng ký đơn nhận trực tiếp hoặc bằng giấy',
    'Registers a petition that came on paper or in person',
  ),
  status: 201,
  refusals: [
    'RECEIVED_IN_FUTURE',
    'RECEIVED_TOO_LONG_AGO',
    'DATED_AFTER_RECEIPT',
    'DENUNCIATION_IN_THE_OPEN',
    'RESPONDENT_UNKNOWN',
    'NOBODY_LEFT',
    'UPLOAD_UNKNOWN',
    'RECEIPT_CODE_USED',
    'NUMBER_TAKEN',
    'TOO_MANY_REGISTERED',
  ],
  body: registerPetitionSchema,
});
