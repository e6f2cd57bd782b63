import { appointDeputySchema, revokeDeputySchema } from '../../http/directory.http.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { CHANGE_REFUSALS } from './record-entry.ts';

const REFUSALS = [...CHANGE_REFUSALS, 'POST_NOT_YOURS', 'DEPUTY_OF_ANOTHER_UNIT'] as const;

/** The same again with an earlier last day ends it early. */
export const appointDeputy = defineCommand({
  name: 'appoint-deputy',
  route: 'directory/deputies',
  action: 'directory.appoint-deputy',
  summary: words('Cử người thay thế trong một thời gian', 'Appoints a deputy for a time'),
  status: 201,
  refusals: [...REFUSALS, 'DEPUTY_UNKNOWN', 'DEPUTIES_TOO_OFTEN'],
  body: appointDeputySchema,
});

export const revokeDeputy = defineCommand({
  name: 'revoke-deputy',
  route: 'directory/deputy-revocations',
  action: 'directory.appoint-deputy',
  summary: words('Chấm dứt ngay việc thay thế', 'Ends a deputation at once'),
  status: 201,
  refusals: REFUSALS,
  body: revokeDeputySchema,
});
