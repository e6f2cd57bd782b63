import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { text } from '../fields.ts';
import { handles } from './of-petition.ts';

export const addPetitionNote = defineCommand({
  name: 'add-petition-note',
  route: 'triage/petitions/:number/notes',
  action: 'petition.note',
  summary: words('Ghi chú', 'Adds a note'),
  status: 201,
  refusals: ['TOO_OFTEN_TODAY'],
  body: { text: text(5000, words('Ghi chú', 'Note')) },
  forms: [
    {
      id: 'petition-note',
      title: words('Ghi chú', 'Note'),
      reaches: handles,
      // Once there is a case, notes are the case's.
      offered: ({ matter }) => matter.triage !== undefined && matter.investigation === undefined,
      loose: true,
      minor: true,
    },
  ],
});
