export const disclosures = {
  'disclosures.title': 'Identities opened',
  'disclosures.lead':
    'Who of this unit and those below it opened the identity of a sender, what for and how often. What was seen is not shown.',
  'disclosures.weeks': 'Choose a week',
  'disclosures.before': 'Week before',
  'disclosures.after': 'Week after',
  'disclosures.week': '{from} to {to}',
  'disclosures.empty': 'No identity was opened in this week',
  'disclosures.opened': 'Opened {n, plural, one {once} other {# times}}',
  'disclosures.last': 'Last at {time}',
  'disclosures.refused':
    'Refused {n, plural, one {once} other {# times}}: past the limit of the hour',
  'proposedDecisions.title': 'Denunciations that somebody would have as another kind, or would end',
  'proposedDecisions.lead':
    'This week, in the units below: who proposed it, who confirmed or declined.',
  'proposedDecisions.empty': 'Nothing was proposed for a denunciation this week',
  'proposedDecisions.proposed': 'Proposed {what}',
  'proposedDecisions.confirmed': 'Confirmed {what}',
  'proposedDecisions.declined': 'Declined {what}',
};
