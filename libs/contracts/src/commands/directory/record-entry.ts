import { recordEntrySchema } from '../../http/directory.http.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';

/** What every change of an entry may be refused for. */
export const CHANGE_REFUSALS = [
  'PERIOD_BACKWARDS',
  'ENTRY_OF_ANOTHER_KIND',
  'NOT_FOR_ONESELF',
  'SUBJECT_TAKEN',
  'DUTIES_APART',
  'DEPUTATION_UNKNOWN',
  'DEPUTY_BACKDATED',
  'DEPUTY_TOO_LONG',
  'DEPUTY_TOO_FAR',
  'DEPUTY_NOT_FIT',
  'TOO_FEW_ADMINISTRATORS',
  'SECOND_ADMINISTRATOR_MISSING',
  'PROPOSALS_WAITING',
  'UNIT_IN_CIRCLE',
  'UNIT_ABOVE_MISSING',
  'UNIT_TOO_DEEP',
  'UNIT_STILL_NEEDED',
  'POST_WITHOUT_UNIT',
] as const;

/** What gives a right is only proposed. */
export const recordEntry = defineCommand({
  name: 'record-entry',
  route: 'directory/entries',
  action: 'directory.change',
  summary: words(
    'Ghi đơn vị, người, vị trí hoặc người thay thế; việc trao quyền chờ quản trị viên thứ hai xác nhận',
    'Records a unit, a person, a post or a deputy; what gives a right waits for a second administrator',
  ),
  status: 201,
  refusals: CHANGE_REFUSALS,
  body: recordEntrySchema,
});
