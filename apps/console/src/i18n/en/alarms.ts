export const alarms = {
  'alarms.title': 'Security alarms',
  'alarms.lead':
    'What is allowed, and worth a second look. Auditors and administrators judge whether it is right. No matter is named here.',
  'alarms.empty': 'There are no alarms',
  'alarms.several-powers': 'Several powers in one hand',
  'alarms.new-account-opened-identity': 'An account opened identities for the first time',
  'alarms.last-of-duty-ended': 'A unit has nobody left with this duty',
  'alarms.many-called-denunciations': 'One person called many petitions denunciations in a day',
  'alarms.unit-moved': 'A unit was put under another one',
  'alarms.nobody-handles': 'Nobody is left who may handle a denunciation',
  'alarms.many-registered': 'One person registered very many petitions in a day',
  'alarms.many-declined-corrections':
    'One person declined many corrections of receipt dates that others proposed in a day',
  'alarms.many-merged': 'One person merged many petitions in a day',
  'alarms.nameSomebody': 'Name somebody who has no part in it, in this unit or above.',
  'alarms.ended': 'Nobody has it any more: {roles} ({unit})',
  'alarms.endedBy': 'Change recorded by {name}',
  'alarms.calledBy': 'The last of them by {name}, as deputy',
  'alarms.by': 'Confirmed by {name}',
  'alarms.roles': 'Now holds: {roles}',
};
