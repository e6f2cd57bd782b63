import { common } from './common.ts';
import { decisions } from './decisions.ts';
import { alarms } from './alarms.ts';
import { disclosures } from './disclosures.ts';
import { invitations } from './invitations.ts';
import { matter } from './matter.ts';
import { notices } from './notices.ts';
import { operations } from './operations.ts';
import { overview } from './overview.ts';
import { register } from './register.ts';
import { secondPerson } from './second-person.ts';
import { savedViews } from './saved-views.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { words } from './words.ts';
import { worklists } from './worklists.ts';

export const vi = {
  ...common,
  ...words,
  ...shell,
  ...register,
  ...worklists,
  ...savedViews,
  ...secondPerson,
  ...matter,
  ...decisions,
  ...alarms,
  ...disclosures,
  ...invitations,
  ...notices,
  ...operations,
  ...overview,
  ...start,
};

export type Messages = Record<keyof typeof vi, string>;
