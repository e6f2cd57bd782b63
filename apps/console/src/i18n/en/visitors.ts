export const visitors = {
  'nav.label': 'Main pages',
  'nav.track': 'Track',
  'site.office': 'Viet Nam Customs',
  'site.trial': 'Trial version: nothing sent here is taken for real',
  'site.owner':
    'Minh Bạch (“in the open”) is where Viet Nam Customs, Ministry of Finance, receives and answers submissions.',
  'site.ownerTrial':
    'This is a trial of Minh Bạch (“in the open”), not the official site of Viet Nam Customs. Its people and offices are made up, but for Viet Nam Customs itself.',
  'site.staff': 'Staff sign-in',
  'home.tab': 'Complaints, reports and feedback to Viet Nam Customs',
  'home.description':
    'Send a submission, call the hotline, see where yours stands and when the answer comes.',
  'home.title': 'Send a complaint, report or feedback to Customs – and know when the answer comes',
  'home.promise':
    'Every submission gets a number, a deadline and a responsible office. You can see which step yours has reached.',
  'home.where': 'Where is my submission?',
  'home.lost': 'Lost your receipt code?',
  'home.lostText':
    'The system does not keep codes, so it cannot give yours again. Ask the office that received your submission, and give its number. You need not send it again.',
  'home.track': 'Track a submission',
  'nav.send': 'Send',
  'nav.hotline': 'Hotline',
  'nav.limits': 'Time limits',
  'nav.rights': 'Your rights',
  'footer.about': 'About this site',
  'footer.data': 'Personal data',
  'footer.access': 'Accessibility',
  'home.want': 'I want to…',
  'home.complaint': 'Complain about a decision',
  'home.complaintText':
    'must be signed; decided within 30 days of acceptance, 45 where the matter is complex',
  'home.denunciation': 'Report wrongdoing',
  'home.denunciationText': 'the law keeps your identity secret',
  'home.feedback': 'Tell of delay or trouble',
  'home.feedbackText': 'by phone, by letter or in person',
  'home.question': 'Ask about a procedure',
  'home.questionText': 'by phone, or at the office that handles it',
  'home.callTitle': 'Is it urgent?',
  'home.callText':
    'You are asked for a bribe; you see smuggling or fraud; your goods are stuck and nobody answers.',
  'home.more': 'Good to know',
  'home.rights': 'Your rights',
  'home.limits': 'How long does it take?',
  'home.forms': 'Forms',
  'home.reception': 'Reception days',
  'hotline.call': 'Call {number}',
  'hotline.source': '24 hours a day, 7 days a week, by {source}. Number checked on {date}.',
  'hotline.trial':
    'The number is from the text named above. This trial is not connected to it: please do not call to try it out.',
  'track.title': 'Track a submission',
  'track.description':
    'Enter the receipt code printed on your receipt to see where your submission to Customs stands.',
  'track.code': 'Receipt code',
  'track.hint':
    'In the box in the middle of your receipt: 7 groups of 4. Lower case is fine, and so is a code without dashes.',
  'track.submit': 'Track',
  'track.noScript':
    'JavaScript is off in this browser, so tracking does not work here. Turn it on, or ask the office that received your submission.',
  'track.empty': 'Enter the receipt code',
  'track.short': '{n} characters are missing ({typed} of {of})',
  'track.long': '{n} characters too many ({typed} of {of})',
  'track.lookAlike': 'A receipt code never has 0, O, 1, I or L; look at your receipt again',
  'track.wrongLetter':
    'No receipt code has “{letter}”. Turn off Vietnamese typing, then type it again',
  'track.isNumber':
    'This is the number of your submission. The receipt code is in the box in the middle of your receipt',
  'track.found': 'Where your submission stands',
  'track.number': 'Number',
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
    'Questions? Ask {unit}, and give its number. Never tell anybody the receipt code: it shows where your submission stands.',
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
