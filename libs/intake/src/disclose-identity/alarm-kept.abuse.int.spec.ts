import type { Alarms } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alarmsController } from '@minh-bach/platform';
import {
  ask,
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  queriesOf,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, denunciation, dung } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { denouncerDisclosure } from './disclose-identity.ts';

const HOUR_MS = 60 * 60_000;
const auditor = (who: string): Actor => ({ person: who, role: 'auditor', unit: 'CHQ' });
const administrator = (who: string): Actor => ({ person: who, role: 'administrator', unit: 'CHQ' });
const officer = (who: string): Actor => ({
  person: who,
  role: 'denunciation-officer',
  unit: 'HQ-SM',
});
const ha = auditor('ha');
const thu = auditor('thu');
const quan = administrator('quan');
const linh = administrator('linh');
const AlarmsController = alarmsController('intake');

let database: TestDatabase;
let intake: TestService;
let hours = 0;
let registered = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  const officers = ['early', 'late', 'often', 'alone', 'again', 'timed'];
  await intake.knows([
    ...organisation,
    ...['dung', 'ha', 'thu', 'quan', 'linh', ...officers].map((id) => person(id)),
    post('dung', 'HQ-SM', ['receiver']),
    ...officers.map((who) => post(who, 'HQ-SM', ['denunciation-officer'])),
    ...['ha', 'thu'].map((who) => post(who, 'CHQ', ['auditor'])),
    ...['quan', 'linh'].map((who) => post(who, 'CHQ', ['administrator'])),
  ]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function about(...respondents: readonly Actor[]): Promise<string> {
  const number = `D26-0000${1000 + registered++}-0`;
  const tags = await Promise.all(respondents.map((who) => intake.service.shield.tagOf(who.person)));
  const people = tags.map((tag) => ({ tag, on: '2026-11-02' }));
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${number}`,
    command: {
      ...denunciation,
      petition: {
        ...denunciation.petition,
        petition: number,
        receiptHash: number.padEnd(43, 'x'),
        respondents: { units: [], people },
      },
    },
    context: askedBy(dung),
  });
  await intake.caughtUp();
  return number;
}

async function opens(who: string, number: string, hoursLater = 0): Promise<void> {
  hours += hoursLater;
  intake.clock.set(new Date(Date.parse(REGISTERED_AT) + hours * HOUR_MS));
  await ask(
    intake.service,
    denouncerDisclosure,
    number,
    { purpose: 'contact-sender' },
    askedBy(officer(who)),
  );
  await intake.caughtUp();
}

/** What a reader is shown about one person, without ids. */
async function alarmsFor(reader: Actor, who: string): Promise<string[]> {
  const list: Alarms = await new AlarmsController(intake.service).list({ limit: 50 }, reader);
  return list.items
    .filter((alarm) => alarm.person?.id === who)
    .map(({ id: _, at, ...alarm }) => JSON.stringify({ ...alarm, at: at.slice(0, 16) }));
}

describe('T27: the alarm that a new account opened who sent a petition', () => {
  it('is read by auditors and administrators, and shows neither the petition nor its unit', async () => {
    const number = await about();
    await opens('early', number);
    for (const reader of [ha, thu, quan]) {
      const [alarm, ...others] = await alarmsFor(reader, 'early');
      expect(others).toEqual([]);
      expect(alarm).toContain('"unit":null');
      expect(alarm).not.toContain(number);
    }
  });

  it('does not tell whom it is about of an opening, neither by an alarm nor by its absence', async () => {
    const [hidden, visible] = [await about(ha, quan), await about()];
    // Two officers who differ in what ha and quan must not know of.
    await opens('late', hidden);
    expect(await alarmsFor(thu, 'late')).toHaveLength(1);
    for (const [hoursLater, alarms] of [
      [0.5, 1],
      [3, 2],
      // By what they see, the account is new until then.
      [20.75, 3],
      [4, 3],
    ] as const) {
      await opens('late', visible, hoursLater);
      await opens('again', visible);
      for (const reader of [ha, quan]) {
        const [told, untold] = [await alarmsFor(reader, 'late'), await alarmsFor(reader, 'again')];
        expect(told).toHaveLength(alarms);
        expect(told).toEqual(untold.map((alarm) => alarm.replaceAll('again', 'late')));
      }
    }
    expect(await alarmsFor(thu, 'late')).toHaveLength(2);
  });
});

describe('T30: an alarm that is kept from its reader', () => {
  it('is looked for by the same queries: where there is none, one, or many', async () => {
    const list = () => new AlarmsController(intake.service).list({ limit: 50 }, thu);
    // What is remembered from then on is remembered for all.
    const asked = async () => {
      await list();
      return queriesOf(intake.service, list);
    };
    await opens('timed', await about());
    const none = await asked();
    expect(none.length).toBeGreaterThan(0);
    for (let hidden = 1; hidden <= 5; hidden += 1) {
      await opens('timed', await about(thu));
      expect(await asked()).toEqual(none);
    }
    expect(await alarmsFor(thu, 'timed')).toHaveLength(1);
  });
});

it('T34: what nobody else reads is looked for once, however many ask at the same time', async () => {
  const controller = new AlarmsController(intake.service);
  const asked = (times: number) =>
    queriesOf(intake.service, () =>
      Promise.all(Array.from({ length: times }, () => controller.list({ limit: 50 }, ha))),
    );
  const unread = (queries: string[]) =>
    queries.filter((sql) => sql.includes('"person" IS NOT NULL'));
  expect(unread(await asked(16))).toHaveLength(1);
});

describe('T33: a new account that names those who read alarms', () => {
  it('keeps them from the alarm about that petition, and from no other of the same run', async () => {
    const [prepared, ...others] = [await about(ha, quan), await about(), await about()];
    await opens('often', prepared, 2);
    expect(await alarmsFor(linh, 'often')).toHaveLength(1);
    for (const reader of [ha, quan]) expect(await alarmsFor(reader, 'often')).toEqual([]);
    for (const number of others) await opens('often', number, 0.1);
    for (const reader of [ha, quan, linh]) expect(await alarmsFor(reader, 'often')).toHaveLength(1);
  });

  it('keeps no auditor from it where no other auditor is left, whatever administrators read', async () => {
    await opens('alone', await about(ha, thu), 2);
    for (const reader of [ha, thu, quan]) expect(await alarmsFor(reader, 'alone')).toHaveLength(1);
  });

  it('and one auditor alone is kept from it while an administrator is left', async () => {
    await intake.knows([post('thu', 'CHQ', ['auditor'], { to: '2026-11-01' })]);
    const before = await alarmsFor(ha, 'alone');
    expect(before).toEqual([]);
    await opens('alone', await about(ha, quan, linh), 2);
    expect(await alarmsFor(ha, 'alone')).toHaveLength(1);
  });
});

it('the rows are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(intake.service);
});
