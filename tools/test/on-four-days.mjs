import { fourDays } from './four-days.mjs';

/** What asks for the day or the moment, and takes less than a second. */
const UNITS = [
  'libs/http/src/auth/.*unit',
  'apps/console/src/(forms/fields|matter/past|matter/decisions)',
  'apps/cli/src/session/.*unit',
];

/** What counts days and is told the day: once is enough to see that it asks no clock. */
const TOLD_THE_DAY = [
  'libs/rules/src/(calendar|deadlines|pack)/',
  'libs/contracts/src/clocks',
  'libs/platform/src/rows/.*unit',
  'libs/[a-z]+/src/domain/.*decider',
  'libs/directory/src/demo/',
  'apps/console/src/(i18n/dates|api/past-query)',
];

/** What runs by the clocks of a service, of the database, and of the machine: dealt out, to be short. */
const RUNNING = [
  [
    'libs/platform/src/matters/',
    'libs/gateway/src/sign-in.int',
    'apps/console/src/specs/reception',
  ],
  ['libs/platform/src/pages/', 'libs/files/src/sweep', 'apps/acceptance/src/posts'],
  ['libs/messaging/src/relay/', 'libs/intake/src/upload-file/', 'apps/cli/src/commands/rules'],
  ['libs/directory/src/(appoint-deputy|who-is-who)', 'apps/cli/src/session/'],
];

/** A run of Jest for each of the four days. */
export const onFourDays = (now) =>
  fourDays(now).map((day, at) => ({
    day,
    patterns: [...UNITS, ...(at === 0 ? TOLD_THE_DAY : []), ...RUNNING[at]],
  }));
