import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { text } from '../fields.ts';

export const addCaseNote = defineCommand({
  name: 'add-case-note',
  route: 'investigation/cases/:number/notes',
  action: 'case.note',
  summary: words('Ghi chú', 'Adds a note'),
  status: 201,
  refusals: ['TOO_OFTEN_TODAY'],
  body: { text: text(5000, words('Ghi chú', 'Note')) },
  forms: [
    {
      id: 'case-note',
      title: words('Ghi chú', 'Note'),
      offered: ({ matter }) => matter.investigation !== undefined,
      loose: true,
      minor: true,
    },
  ],
});
