export const visitors = {
  'home.title': 'Complaints, denunciations, petitions and feedback to Customs',
  'home.description':
    'Complaints, denunciations, petitions and feedback to Viet Nam Customs: how to send a petition, and where it stands.',
  'home.lead':
    'Each petition is on the record from receipt to outcome. Whoever holds the receipt code can see where it stands.',
  'home.track': 'Track a petition',
  'home.trackText':
    'Enter the receipt code printed on your receipt to see where your petition stands.',
  'home.staff': 'For officers',
  'home.staffText': 'Receive petitions, work on them and keep the time limits.',
  'home.howTo': 'How do I send a petition?',
  'home.howToText':
    'Send a signed or fingerprinted petition to a customs office by post or hand it in. You are given a receipt with the petition number and the receipt code.',
  'track.title': 'Track a petition',
  'track.description':
    'Enter the receipt code printed on your receipt to see where your petition to Customs stands.',
  'track.code': 'Receipt code',
  'track.hint':
    '28 letters and digits from your receipt, in 7 groups. Dashes may be left out, small letters are fine.',
  'track.submit': 'Track',
  'track.incomplete': 'A receipt code has 28 characters; this one has {n}',
  'track.wrongLetters': 'A receipt code never has 0, O, 1, I or L; look at your receipt again',
  'track.number': 'Petition number',
  'track.steps': 'Steps so far',
  'track.another': 'Track another code',
  'track.privacy': 'The code is not kept on this device and is not part of the address.',
};
