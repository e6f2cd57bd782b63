import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Alarms } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
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
import type { PetitionRegistered } from '../domain/petition.events.ts';
import { REGISTERED_AT, denunciation, dung, register as registered } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { bodyOf } from '../scan.fixture.ts';
import { registration } from './register-petition.ts';

const NEXT_DAY = '2026-11-20T17:00:00.000Z';
const [lan, hung, phuc] = ['lan', 'hung', 'phuc'].map((who) => ({ ...dung, person: who })) as [
  Actor,
  Actor,
  Actor,
];
const auditor = (who: string): Actor => ({ person: who, role: 'auditor', unit: 'CHQ' });
const [ha, thu] = [auditor('ha'), auditor('thu')];
const AlarmsController = alarmsController('intake');

let database: TestDatabase;
let intake: TestService;
let codes = 0;
let flooded = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
    limits: { MB_REGISTRATIONS_PER_DAY: 2 },
  });
  await intake.knows([
    ...organisation,
    ...['dung', 'lan', 'ha', 'thu'].map((id) => person(id)),
    ...['ha', 'thu'].map((who) => post(who, 'CHQ', ['auditor'])),
    ...['dung', 'lan'].map((who) => post(who, 'HQ-SM', ['receiver'])),
  ]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

type Protected = Partial<PetitionRegistered['data']>;
const denounces = async ({ person: who }: Actor): Promise<Protected> => {
  const people = [{ tag: await intake.service.shield.tagOf(who), on: '2026-11-02' }];
  return { ...denunciation.petition, respondents: { units: [], people } };
};

/** Past the rule for one day, as many at once as the spec needs. */
async function floods(actor: Actor, petitions: readonly Protected[]): Promise<void> {
  const one = async (over: Protected) => {
    const petition = `D26-0001${1000 + (flooded += 1)}-0`;
    const command = registered({ ...over, petition, receiptHash: petition.padEnd(43, 'x') });
    const stream = `intake.petition-${petition}`;
    await intake.service.run({
      ...{ decider: petitionDecider, stream, command, context: askedBy(actor) },
    });
  };
  for (let n = 0; n < petitions.length; n += 50)
    await Promise.all(petitions.slice(n, n + 50).map(one));
  await intake.caughtUp();
}

async function alarmsFor(reader: Actor, about: Actor) {
  const list: Alarms = await new AlarmsController(intake.service).list({ limit: 50 }, reader);
  return list.items
    .filter(({ alarm, person: who }) => alarm === 'many-registered' && who?.id === about.person)
    .map(({ roles, unit }) => ({ roles, unit }));
}

const register = async (actor: Actor, over: object = {}) => {
  const body = bodyOf(String((codes += 1)).padStart(43, 'c'));
  const outcome = await ask(intake.service, registration, '', body, askedBy(actor, over));
  await intake.caughtUp();
  return outcome;
};

describe('T34: a receiver who floods the lists with made-up petitions', () => {
  it('registers so many a day, and the next day again; others go on', async () => {
    const again = { commandId: '8f14e45f-ceea-867a-b7a1-1c5d0c2f4b6a' };
    const first = await register(dung, again);
    await register(dung);
    await expect(register(dung)).rejects.toMatchObject({
      code: 'TOO_MANY_REGISTERED',
      details: { atMost: 2 },
    });
    codes = 0;
    // A retry is no other one.
    expect((await register(dung, again)).stream).toBe(first.stream);
    codes = 10;
    expect((await register(lan)).revision).toBe(0);
    intake.clock.set(new Date(NEXT_DAY));
    expect((await register(dung)).revision).toBe(0);
  });

  it('is told to auditors by an alarm for each hundred of a day, without a petition', async () => {
    await floods(lan, Array<Protected>(250).fill({}));
    for (const reader of [ha, thu])
      expect(await alarmsFor(reader, lan)).toEqual(Array(2).fill({ roles: [], unit: null }));
    await expectRebuildsEqualLive(intake.service);
  });
});

describe('T27: the alarm that somebody registered many', () => {
  it('does not tell whom it is about of a denunciation, neither by an alarm nor by its absence', async () => {
    const ofHa = await denounces(ha);
    await floods(hung, [...Array<Protected>(99).fill({}), ofHa]);
    expect(await alarmsFor(thu, hung)).toHaveLength(1);
    expect(await alarmsFor(ha, hung)).toEqual([]);
    await floods(hung, [{}]);
    expect(await alarmsFor(ha, hung)).toHaveLength(1);
    expect(await alarmsFor(thu, hung)).toHaveLength(1);
  });

  it('is kept from no auditor where its petitions together name them all', async () => {
    const named = [await denounces(ha), await denounces(thu)];
    await floods(phuc, [...Array<Protected>(98).fill({}), ...named]);
    for (const reader of [ha, thu]) expect(await alarmsFor(reader, phuc)).toHaveLength(1);
  });

  it('is looked for by as many queries, whatever is kept from its reader', async () => {
    const asked = () => queriesOf(intake.service, () => alarmsFor(ha, hung));
    await asked();
    const before = await asked();
    await floods(hung, await Promise.all([denounces(ha), denounces(ha)]));
    expect((await asked()).length).toBe(before.length);
  });
});
