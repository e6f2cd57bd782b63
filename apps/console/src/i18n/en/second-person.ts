/** What waits for a second person. */
export const secondPerson = {
  'nav.second': 'To confirm',
  'start.secondPerson': 'Proposed by others, for me to confirm (all)',
  'second.title': 'For me to confirm',
  'second.lead':
    'What somebody else proposed or recorded, which takes a second person, and which may be confirmed in the post that is chosen. Open the matter, then confirm or decline.',
  'second.empty': 'Nothing waits for a second person.',
  'second.what': 'What',
  'second.matter': 'Matter',
  'second.unit': 'Unit',
  'second.by': 'Proposed by',
  'second.since': 'Since',
  'second.more': 'Not all are shown; the rest follows as these are answered.',
} as const;
