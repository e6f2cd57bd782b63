import type { Actor } from '@minh-bach/kernel';
import { deputy, person, post } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REGISTERED_AT } from '../triage.fixture.ts';
import { Merging, binh } from './merging.fixture.ts';

const khoi: Actor = { person: 'khoi', role: 'receiver', unit: 'HQ-SM' };
const mai: Actor = { person: 'mai', role: 'classifier', unit: 'HQ-SM' };
const UNTOLD = { into: null, from: [] };

const office = new Merging();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
  await office.triage.knows([
    ...[person('khoi'), post('khoi', 'HQ-SM', ['receiver'])],
    ...[person('mai'), post('mai', 'HQ-SM', ['classifier'])],
    deputy('mai', 'hq-sm.binh', '2026-11-01', '2026-12-31'),
  ]);
});
afterAll(async () => {
  await office.triage.close();
  await database.drop();
});

const naming = async ({ person: named }: Actor) => {
  const tag = await office.triage.service.shield.tagOf(named);
  return { respondents: { units: [], people: [{ tag, on: '2026-11-02' }] } };
};
const refused = (code: string) => ({ code });

describe('T4: a person whom one of two petitions of one sender names', () => {
  it.each([khoi, binh])('$person opens its sender by no other one', async (named) => {
    const about = await naming(named);
    for (const [ofOne, ofOther] of [
      [{}, about],
      [about, {}],
    ]) {
      const [one, into] = [await office.petition(ofOne), await office.petition(ofOther)];
      const differ = refused('MERGE_RESPONDENTS_DIFFER');
      await expect(office.merge(one, into)).rejects.toMatchObject(differ);
    }
  });

  it.each([khoi, binh])('$person is told by neither page what is merged', async (named) => {
    const about = await naming(named);
    const [one, into] = [await office.petition(about), await office.petition(about)];
    await office.merge(one, into);
    for (const number of [one, into])
      expect((await office.page(number, named)).merged).toEqual(UNTOLD);
  });

  it('has no deputy who merges, whoever sent them', async () => {
    const about = await naming(binh);
    for (const sender of [{}, { sender: { name: 'x', phone: 'y' } }]) {
      const [one, into] = [
        await office.petition({ ...about, ...sender }),
        await office.petition(about),
      ];
      await expect(office.merge(one, into, mai)).rejects.toMatchObject(refused('NOT_FOUND'));
      const [other] = [await office.petition(sender)];
      await expect(office.merge(other, into, mai)).rejects.toMatchObject(
        refused('MERGE_TARGET_UNKNOWN'),
      );
    }
  });

  it('tries no sender by a petition that they registered themselves', async () => {
    const about = await naming(khoi);
    const into = await office.petition(about);
    for (const sender of [{}, { sender: { name: 'x', phone: 'y' } }]) {
      const one = await office.petition({ ...about, ...sender, by: khoi });
      await expect(office.merge(one, into)).rejects.toMatchObject(
        refused('MERGE_REGISTERED_BY_NAMED'),
      );
    }
  });
});
