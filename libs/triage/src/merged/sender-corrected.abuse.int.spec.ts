import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { eventually, createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REGISTERED_AT, giang } from '../triage.fixture.ts';
import { Merging, SENDER, binh } from './merging.fixture.ts';

const OTHER = { name: 'other', phone: 'other' };
const dung: Actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' };
const giangReceives: Actor = { ...dung, person: 'giang' };
const office = new Merging();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
});
afterAll(async () => {
  await office.triage.close();
  await database.drop();
});

async function corrected(number: string, senderMarks: object, by: Actor = dung): Promise<void> {
  const { neighbours } = office.triage;
  const data = { fields: ['name', 'phone'], senderMarks };
  await neighbours.writes(`intake.petition-${number}`, 'SenderCorrected', data, by);
  await neighbours.tell(INTAKE_TOPIC, number, 'SenderCorrected', { petition: number });
}

const comesApart = async (one: string) => {
  await eventually(async () => expect((await office.page(one)).state).toBe('taken'));
  await office.triage.caughtUp();
  expect(await office.historyOf(one)).toContain('thông tin người gửi của một trong hai đơn');
};

describe('T1: what is merged by senders that were corrected', () => {
  it.each([0, 1])('comes apart once that of either is another one: number %s', async (which) => {
    const pair = [await office.petition(), await office.petition()] as const;
    await office.merge(...pair);
    await corrected(pair[which]!, OTHER);
    await comesApart(pair[0]);
  });

  it('stays merged while they are of one sender still', async () => {
    const [one, into] = [await office.petition(), await office.petition()];
    await office.merge(one, into);
    await corrected(into, { ...SENDER, address: 'a' });
    const [other, last] = [await office.petition(), await office.petition()];
    await office.merge(other, last);
    await corrected(other, OTHER);
    await comesApart(other);
    expect((await office.page(one)).state).not.toBe('taken');
  });

  it('comes apart where the correction is taken back; who corrected it merges nothing', async () => {
    const victim = await office.petition({ sender: OTHER });
    const other = await office.petition();
    await corrected(victim, SENDER, giangReceives);
    await expect(office.merge(victim, other, giang)).rejects.toMatchObject({
      code: 'MERGE_BY_CORRECTOR',
    });

    await office.merge(victim, other, binh);
    await corrected(victim, OTHER, giangReceives);
    await comesApart(victim);
  });
});
