import type { PortalMessages } from '../vi/portal.ts';
import { en as visitors } from './public.ts';

const portal = {
  'unknown.title': 'Page not found',
  'unknown.lead': 'The address may be mistyped, or the page has moved. Go on from here:',
  'unknown.home': 'Home',
  'trouble.title': 'This page cannot be opened now',
  'trouble.lead': 'Wait a minute, then load it again. Nothing is lost.',
  'kind.complaint': 'Complaint',
  'kind.denunciation': 'Report of wrongdoing (denunciation)',
  'kind.feedback': 'Suggestion, feedback',
  'rights.title': 'Your rights',
  'rights.description':
    'What people who complain, report wrongdoing or give feedback may ask for, by which article, and what is asked of them.',
  'rights.lead': 'Each right has its article below it, for when you need to name it.',
  'rights.limits': 'See by which day each step must be done',
  'hotline.title': 'Hotline',
  'hotline.description': 'The hotline of Viet Nam Customs, when to call, and what happens then.',
  'hotline.lead': 'You can call at any hour, and need not write anything.',
  'hotline.when': 'When to call',
  'hotline.when1': 'A customs officer asks for a bribe, bullies you or makes trouble.',
  'hotline.when2': 'You see smuggling, trade fraud or a breach of customs law.',
  'hotline.when3': 'Your goods are stuck and nobody answers.',
  'hotline.emergency': 'If a life is in danger, call the police:',
  'hotline.after': 'After the call',
  'hotline.after1': 'Calls are recorded, kept and handled as confidential.',
  'hotline.after2': 'What you say goes to the branch or office that must act.',
  'hotline.after3':
    'A call takes no letter’s place: for a complaint or report of wrongdoing to be decided within the limits of the law, send one that is signed.',
  'hotline.else': 'Other ways',
  'hotline.unit': 'Visit or call an office: addresses and hours',
  'hotline.write': 'Send a letter',
  'reception.title': 'Reception days',
  'reception.description':
    'Addresses, hours and reception days of heads of customs offices, and what to bring.',
  'reception.lead': 'You may come and speak in person, hand in a letter and sign it there.',
  'reception.where': 'Where and when',
  'reception.invented': 'These offices, addresses, hours and numbers are made up, for trial only.',
  'reception.none':
    'The offices have not published their days here yet. Look at the schedule posted at the office, or ask the hotline.',
  'reception.unit': '{name}',
  'reception.address': 'Address',
  'reception.hours': 'Hours',
  'reception.head': 'The head receives people on',
  'reception.phone': 'Phone',
  'reception.bring': 'What to bring',
  'reception.bring1': 'Identity card, a paper with your personal number, or your passport.',
  'reception.bring2': 'Copies of what it is about; your receipt, if you have sent a letter.',
  'reception.bring3': 'A power of attorney, if you come for somebody else.',
  'reception.law': 'What the law says',
  'published.title': 'Published decisions',
  'published.description':
    'Decisions of Customs on complaints that are public: which office, with what outcome, and the text without personal data.',
  'published.lead':
    'Decisions on complaints are made public as the law requires, the latest first. Names and personal data are taken out; reports of wrongdoing are not published here.',
  'published.none': 'No decision is published at present.',
  'published.on': 'published on {date}',
  'published.more': 'Other pages',
  'published.older': 'Older decisions',
  'published.newest': 'Back to the latest',
  'published.oneLead': 'A published decision on a complaint',
  'published.unit': 'Deciding office',
  'published.kind': 'Kind',
  'published.instance1': 'first instance',
  'published.instance2': 'second instance',
  'published.issuedOn': 'Decided on',
  'published.publishedOn': 'Published on',
  'published.text': 'Published text',
  'published.redacted':
    'Names and personal data were taken out before publication, and two people read it. The text is in Vietnamese.',
  'published.all': 'All published decisions',
  'forms.title': 'Forms',
  'forms.description':
    'Forms for a complaint, a power of attorney, a report of wrongdoing and its withdrawal: read, print, fill in by hand.',
  'forms.lead':
    'The forms that senders need, in Vietnamese. Print them, fill them in by hand, sign, hand in.',
  'forms.open': 'See and print the empty form',
  'forms.compose': 'Write it on this site',
  'forms.all': 'All forms',
  'forms.print': 'Print this form',
  'forms.use': 'Print this page: only the sheet itself is printed.',
  'forms.complaint': 'Form: complaint',
  'forms.mandate': 'Form: power of attorney for a complaint',
  'forms.denunciation': 'Form: report of wrongdoing',
  'forms.withdrawal': 'Form: withdrawal of a report of wrongdoing',
  'about.title': 'About this site',
  'about.description':
    'Who runs this site, how personal data is protected, and who can use these pages.',
  'about.who': 'Who runs it',
  'about.data': 'Personal data',
  'about.data1':
    'You need not sign in to read these pages. They set no cookies, count no visits and call on nobody else’s site.',
  'about.data2':
    'The server keeps neither receipt codes nor drafts. A draft stays in the tab of your browser.',
  'about.data3':
    'Inside the system, who sent a letter is sealed. An officer who opens it must say why, and that is recorded before it is shown.',
  'about.data4':
    'The law keeps the identity of those who report wrongdoing secret (Luật Tố cáo Đ.49, Đ.56).',
  'about.access': 'Accessibility',
  'about.access1':
    'The pages work by keyboard, with letters of twice the size, on narrow screens, and without JavaScript (but for writing a letter).',
  'about.access2':
    'They are tested automatically against WCAG 2.2, level AA. No user of a screen reader has tried them yet.',
  'about.access3': 'If something is hard to use, call the hotline or come to an office.',
  'send.title': 'Send a submission',
  'send.description':
    'Find the right kind, what it needs, whether it is signed and where it goes: complaint, report of wrongdoing, feedback, question.',
  'send.lead': 'What do you want to do?',
  'send.noWeb':
    'The system takes no letters over the web yet. A complaint or report of wrongdoing must be signed: write it here, print it, sign it, then hand it in or post it.',
  'send.is': 'What it is',
  'send.need': 'What it needs',
  'send.signed': 'Must it be signed?',
  'send.how': 'How to do it',
  'send.complaint.wish': 'I disagree with a decision or act of Customs that affects me',
  'send.complaint.kind': 'Complaint',
  'send.complaint.is':
    'Asks to review a decision or act that you hold to be unlawful and against your own rights. Persons, companies and organisations may complain (Luật Khiếu nại Đ.2).',
  'send.complaint.need':
    'Day, name, address; who is complained of; what happened, why it is wrong, what you ask for; papers (Luật Khiếu nại Đ.8 k.2). Within 90 days of receiving or knowing of the decision, unless you were kept from it (Đ.9).',
  'send.complaint.signed':
    'Yes: a letter signed by you, or with your fingerprint (Luật Khiếu nại Đ.11 k.5).',
  'send.complaint.how': 'Write it on this site, print it, sign it, then hand it in or post it.',
  'send.denunciation.wish': 'I want to report what somebody did wrong',
  'send.denunciation.kind': 'Report of wrongdoing (denunciation)',
  'send.denunciation.is':
    'Reports a breach of the law that harms or may harm, even where it does not touch your own rights. Only a person can (Luật Tố cáo Đ.2).',
  'send.denunciation.need':
    'Day, name, address, how to reach you; the breach; who did it (Luật Tố cáo Đ.23). Your identity is kept secret (Đ.49, Đ.56).',
  'send.denunciation.signed':
    'Yes: a letter signed by you, or with your fingerprint (Luật Tố cáo Đ.23). Word without a name is looked at if it says who did it, has concrete evidence and can be checked (Đ.25 k.2).',
  'send.denunciation.how':
    'Write it on this site, print it, sign it, then hand it in or post it. About a head: send it to the body directly above (Đ.12 k.1).',
  'send.feedback.wish': 'I want to tell of delay or trouble, or suggest something',
  'send.feedback.kind': 'Suggestion, feedback',
  'send.feedback.is':
    'Tells of difficulty, delay or harassment, or suggests a change of policy or procedure (Luật Tiếp công dân Đ.2 k.2).',
  'send.feedback.need':
    'Say clearly what, where and when; with a suggestion, how to make it better.',
  'send.feedback.signed':
    'Not by phone or in person. A letter has your name, address and signature: one without is only filed (TT 05/2021 Đ.6).',
  'send.feedback.how': 'Call the hotline, come in person, or send a letter.',
  'send.question.wish': 'I have a question about a procedure',
  'send.question.kind': 'Question',
  'send.question.is': 'How something is done, which papers it takes, or where a file is stuck.',
  'send.question.need': 'The number of the declaration or file, if there is one.',
  'send.question.signed': 'No.',
  'send.question.how':
    'Ask the office that handles it, or call the hotline. This site takes no questions over the web yet.',
  'send.to.complaint': 'Write a complaint',
  'send.to.denunciation': 'Write a report',
  'send.to.formComplaint': 'Print an empty form',
  'send.to.formDenunciation': 'Print an empty form',
  'send.to.hotline': 'Hotline',
  'send.to.reception': 'Where people are received',
  'send.hand': 'Where to hand it in',
  'send.hand1': 'In person: you are given a receipt with number and receipt code at once.',
  'send.hand2': 'By post: write your address clearly, so that the receipt can be sent to you.',
  'send.hand3': 'Keep the receipt: its code shows which step your submission has reached.',
  'limits.title': 'How long does it take?',
  'limits.description':
    'Choose the kind and the day, and see by which day each step must be done, how it is counted and by which law.',
  'limits.lead':
    'Choose the kind and a day. Each step has its last day, how it is counted and the article, just as the system counts for staff.',
  'limits.what': 'You want to know the time limits of',
  'limits.kind.complaint': 'A first complaint',
  'limits.kind.second_complaint': 'A second complaint',
  'limits.kind.denunciation': 'A report of wrongdoing (denunciation)',
  'limits.kind.feedback': 'A suggestion or feedback',
  'limits.kind.time_bar': 'Complaining about a decision: until when is there time',
  'limits.day': 'Day',
  'limits.dayHint':
    'When the competent office received it; for the last choice, when you received or knew of the decision. For example 27/03/2026. Left empty it is today.',
  'limits.show': 'Show the time limits',
  'limits.noKind': 'Choose one',
  'limits.noDay': 'Enter day/month/year, for example 27/03/2026',
  'limits.outOfRange':
    'Cannot be counted for this day: it lies before these laws, or after the calendar',
  'limits.fromReceived': '{kind}, received on {date}',
  'limits.fromKnown': 'Decision received or known on {date}',
  'limits.note':
    'These are the latest days by law, where each step before takes all its time, too. For your own submission look at the tracking page.',
  'limits.longer':
    'May be made longer in writing, {days} days each time: {once} time if complex, {twice} times if especially complex.',
  'limits.stops.suspension': 'The clock stands while the case is suspended by a decision.',
  'limits.stops.obstacle':
    'Time in which you were kept from it by an objective obstacle does not count; keep papers that prove it.',
  'limits.after.accept': 'Counted from acceptance; here from its latest day.',
  'limits.after.check': 'Counted from acceptance; here from its latest day.',
  'limits.after.resolve': 'Counted from the decision; here from its latest day.',
  'limits.after.send':
    'Counted from the day you receive the decision; here from the latest day of sending.',
  'limits.after.conclude': 'Counted from the conclusion; here from its latest day.',
  'limits.step.accept': 'You are told whether it is accepted',
  'limits.step.resolve': 'It is decided',
  'limits.step.send': 'The decision is sent to you',
  'limits.step.window': 'Yours to do: complain a second time, if you disagree',
  'limits.step.check': 'It is checked and accepted, or not',
  'limits.step.notify': 'The acceptance is told',
  'limits.step.conclude': 'The conclusion is reached',
  'limits.step.send_conclusion': 'The conclusion is sent',
  'limits.step.initial': 'You are told what becomes of it, if you came in person',
  'limits.step.answer': 'It is answered',
  'limits.step.answer_regulation': 'It is answered, if it is about administrative rules',
  'limits.step.time_bar': 'Yours to do: complain for the first time',
};

export const en: PortalMessages = { ...visitors, ...portal };
