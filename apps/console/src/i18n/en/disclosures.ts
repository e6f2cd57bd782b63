export const disclosures = {
  'disclosures.title': 'Log of identities opened',
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
  'proposedDecisions.title':
    'Petitions called denunciations, and denunciations that somebody would have as another kind or end',
  'proposedDecisions.lead':
    'This week, in the units below: who called it one, who proposed, confirmed or declined.',
  'proposedDecisions.empty': 'Nothing of this kind this week',
  'proposedDecisions.called': 'Called it a denunciation',
  'proposedDecisions.proposed': 'Proposed {what}',
  'proposedDecisions.confirmed': 'Confirmed {what}',
  'proposedDecisions.declined': 'Declined {what}',
  'receiptCorrections.title': 'Corrections of receipt dates',
  'receiptCorrections.lead':
    'This week, in the units below: who proposed, confirmed or declined. Limits move with the date.',
  'receiptCorrections.empty': 'Nothing was proposed this week',
  'receiptCorrections.proposed': 'Proposed {day}',
  'receiptCorrections.confirmed': 'Confirmed {day}',
  'receiptCorrections.declined': 'Declined {day}',
  'receiptCorrections.withdrawn': 'Took back {day}',
};
