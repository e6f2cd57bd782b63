import type { INestApplication } from '@nestjs/common';
import { recordEntries } from '../record-entry/record-entries.ts';
import { demoEntries, demoPeople } from './demo-organisation.ts';

/** The one password of all demo people; production refuses them. */
export const DEMO_PASSWORD = 'minh bach la cong khai';

const subjectOf = (id: string): string => `demo-${id}`;

/** What the demo people sign in with at the embedded provider. */
export const demoAccounts: readonly {
  readonly username: string;
  readonly password: string;
  readonly sub: string;
}[] = demoPeople.map(({ id }) => ({ username: id, password: DEMO_PASSWORD, sub: subjectOf(id) }));

/** The demo's units and people, whom `issuer` lets in. Safe at every start. */
export const recordDemo = (app: INestApplication, issuer: string): Promise<void> =>
  recordEntries(app, demoEntries(issuer, subjectOf));
