import { decisions } from './decisions.ts';
import { alarms } from './alarms.ts';
import { disclosures } from './disclosures.ts';
import { invitations } from './invitations.ts';
import { matter } from './matter.ts';
import { operations } from './operations.ts';
import { register } from './register.ts';
import { shell } from './shell.ts';
import { visitors } from './visitors.ts';
import { words } from './words.ts';
import { worklists } from './worklists.ts';

export const vi = {
  ...words,
  ...shell,
  ...visitors,
  ...register,
  ...worklists,
  ...matter,
  ...decisions,
  ...alarms,
  ...disclosures,
  ...invitations,
  ...operations,
};

export type MessageId = keyof typeof vi;
export type Messages = Record<MessageId, string>;
