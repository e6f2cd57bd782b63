/** What the console and the pages for everybody both say. */
export const common = {
  'shell.product': 'Minh Bạch',
  'shell.signedOut': 'Signed out',
  'shell.signedOutText': 'The session on this machine has ended.',
  'shell.language': 'Tiếng Việt',
  'shell.languageMissing':
    'Vietnamese could not be loaded. Nothing has changed; check the network, then try again.',
  'page.title': '{page} · Minh Bạch',
  'common.loading': 'Loading…',
  'common.retry': 'Try again',
  'common.notFound': 'Not found, or not yours to see',
  'common.notFoundNext':
    'Check the number. If this matter is yours to handle, ask the head of your unit.',
  'common.problemCode': 'Error code {code}',
  'errors.notSaved': 'Not saved. What you typed is kept; try again.',
  'due.legal': 'Legal limit',
  'due.provisional': 'provisional',
  'due.why': 'Why this date?',
  'due.basis': 'Basis',
  'due.rule': 'Rule {rule}, version {version}',
  'date.moment': '{time} on {date}',
  'shell.skip': 'Skip to main content',
};
