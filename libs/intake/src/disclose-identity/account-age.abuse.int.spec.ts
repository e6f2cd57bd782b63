import type { Alarms } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { alarmsController } from '@minh-bach/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { REGISTERED_AT } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { allowDisclosure } from './allow-disclosure.ts';

const HOUR_MS = 60 * 60_000;
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const AlarmsController = alarmsController('intake');
const eve: Actor = { person: 'eve', role: 'receiver', unit: 'HQ-SM' };

let database: TestDatabase;
let intake: TestService;
let now = Date.parse(REGISTERED_AT);

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([...organisation, person('eve'), post('eve', 'HQ-SM', ['receiver'])]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

function later(hours: number): void {
  now += hours * HOUR_MS;
  intake.clock.set(new Date(now));
}
const opens = (matter: string) =>
  allowDisclosure(intake.service, { matter, purpose: 'verify-identity' }, askedBy(eve));
const alarms = async (): Promise<Alarms['items']> => {
  await intake.caughtUp();
  const list: Alarms = await new AlarmsController(intake.service).list({ limit: 50 }, ha);
  return list.items;
};

describe('T33: an account that waits until its entry is old', () => {
  it('raises the alarm with its first opening all the same', async () => {
    later(25);
    await opens('D26-00000001-0');
    expect(await alarms()).toMatchObject([
      { alarm: 'new-account-opened-identity', person: { id: 'eve' } },
    ]);
  });

  it('raises it for a day, once for each run of openings', async () => {
    await opens('D26-00000002-0');
    expect(await alarms()).toHaveLength(1);
    later(2);
    await opens('D26-00000002-0');
    expect(await alarms()).toHaveLength(2);
    later(24);
    await opens('D26-00000003-0');
    expect(await alarms()).toHaveLength(2);
  });

  it('raises it anew when the person has another account, however long that waits', async () => {
    await intake.knows([{ ...person('eve'), subject: 'eve-2' }]);
    later(48);
    await opens('D26-00000004-0');
    expect(await alarms()).toHaveLength(3);
  });
});
