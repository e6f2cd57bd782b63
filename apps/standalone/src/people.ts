import { demoAccounts, recordDemo as recordDemoOrganisation } from '@minh-bach/directory';
import type { SignIn } from '@minh-bach/sign-in';
import type { INestApplication } from '@nestjs/common';

/** The demo's units, people and accounts. Safe at every start. */
export async function recordDemo(app: INestApplication, signIn: SignIn): Promise<void> {
  for (const account of demoAccounts) await signIn.ensureAccount({ ...account, demo: true });
  await recordDemoOrganisation(app, signIn.issuer);
}
