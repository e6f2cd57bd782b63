import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { confirmed, numberChoice, orNull, text, unit } from '../fields.ts';
import { REASON, handles, isClassified, proposes } from './of-petition.ts';

export const acceptPetition = defineCommand({
  name: 'accept-petition',
  route: 'triage/petitions/:number/acceptance',
  action: 'petition.decide',
  summary: words('Thụ lý, mở vụ việc', 'Accepts a petition and opens its case'),
  ifMatch: true,
  refusals: [
    'ALREADY_DECIDED',
    'AWAITING_SECOND_PERSON',
    'NOT_CLASSIFIED',
    'KIND_NOT_YET_HANDLED',
    'UNIT_NOT_COMPETENT',
    'COMPLAINED_UNIT_MISSING',
    'UNIT_JUDGES_ITSELF',
    'REASON_MISSING',
    'NUMBER_TAKEN',
  ],
  body: {
    instance: numberChoice(
      { 1: words('Lần đầu', 'First'), 2: words('Lần hai', 'Second') },
      words('Lần giải quyết', 'Instance'),
    ),
    competentUnit: unit(words('Đơn vị giải quyết', 'Unit that resolves it')),
    /** The person confirms the conditions of Luật Khiếu nại Đ.8, 9, 11. */
    conditionsMet: confirmed(
      words(
        'Đơn đủ điều kiện thụ lý (Luật Khiếu nại Đ.8, 9, 11)',
        'The conditions of acceptance are met (Law on Complaints Art. 8, 9, 11)',
      ),
      words(
        'Hãy xác nhận đơn đủ điều kiện thụ lý, hoặc chọn cách xử lý khác',
        'Confirm that the conditions are met, or choose another action',
      ),
    ),
    reason: orNull(
      text(2000, REASON, {
        rows: 3,
        hint: words(
          'Bắt buộc khi quyết định khác với đề xuất.',
          'Required when you decide otherwise than proposed.',
        ),
      }),
    ),
  },
  forms: [
    {
      id: 'accept',
      title: words('Thụ lý', 'Accept'),
      reaches: handles,
      offered: isClassified,
      asks: (matter) => [
        { of: 'instance', initial: '1' },
        { of: 'competentUnit', initial: matter.triage?.unit.id ?? '' },
        'conditionsMet',
        { of: 'reason', optional: proposes(matter, 'accept') },
      ],
    },
  ],
});
