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
    'In the box in the middle of your receipt: 7 groups of 4. Lower case is fine, and so is a code without dashes.',
  'track.submit': 'Track',
  'track.empty': 'Enter the receipt code',
  'track.short': '{n} characters are missing ({typed} of {of})',
  'track.long': '{n} characters too many ({typed} of {of})',
  'track.lookAlike': 'A receipt code never has 0, O, 1, I or L; look at your receipt again',
  'track.wrongLetter':
    'No receipt code has “{letter}”. Turn off Vietnamese typing, then type it again',
  'track.isNumber':
    'This is the petition number. The receipt code is in the box in the middle of your receipt',
  'track.found': 'Where your petition stands',
  'track.number': 'Petition number',
  'track.kind': 'Kind',
  'track.unit': 'Unit in charge',
  'track.next': 'What comes next',
  'track.by': 'At the latest:',
  'track.wasDue': 'It was due:',
  'track.planned': 'Planned:',
  'track.safe': 'To be safe, send it by {weekday}, {date}.',
  'track.day': '{weekday}, {date}',
  'track.noDay': 'No day is set for this step yet.',
  'track.target': 'Our own target, no limit of law',
  'track.tasks': 'What you can do',
  'track.steps': 'Steps so far',
  'track.contact':
    'Questions? Ask {unit}, and give the petition number. Never tell anybody the receipt code: it shows where your petition stands.',
  'track.secret': 'The law keeps your identity secret.',
  'track.leave': 'Leave quickly',
  'track.leaveLimits':
    'Puts an empty page in place of this one. The history of the browser still has the address of the tracking page.',
  'track.print': 'Print this page',
  'track.another': 'Clear the screen, track another code',
  'track.printed': 'Minh Bạch · {from} · printed at {time} on {date}',
  'track.privacy':
    'The code is not kept on this device. On a shared one, press “Clear the screen” when you are done.',
};
