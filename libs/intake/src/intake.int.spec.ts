import { INVESTIGATION_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  askedBy,
  organisation,
  startTestService,
  type TestService,
  someoneOf,
} from '@minh-bach/platform/specs';
import { eventually, createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider, type RegisterPetition } from './domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, register } from './intake.fixture.ts';
import { intakeService } from './intake.service.ts';
import { PetitionTrackRow } from './track-petition/petition-track.entity.ts';

const OTHER = 'D26-00000002-0';
const CASE = 'V26-10203040-9';
const streamOf = (petition: string) => `intake.petition-${petition}`;

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await intake.knows(organisation);
  await asked(register());
  await asked(register({ petition: OTHER, receiptHash: 'y'.repeat(43) }));
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function asked(command: RegisterPetition): Promise<void> {
  await intake.service.run({
    decider: petitionDecider,
    stream: streamOf(command.petition.petition),
    command,
    context: askedBy(dung),
  });
  await intake.caughtUp();
}

const stepsOf = async (petition: string) => {
  const tracks = intake.service.lists.dataSource.getRepository(PetitionTrackRow);
  return (await tracks.findOneBy({ petition }))?.steps.map(({ state }) => state);
};

describe('a petition', () => {
  it('can be followed by its sender, from what the other services tell', async () => {
    intake.clock.set(new Date('2026-11-23T02:00:00.000Z'));
    await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'CaseOpened', {
      case: CASE,
      petitions: [PETITION, OTHER],
      kind: 'complaint',
      instance: 1,
      competentUnit: 'HQ-SM',
      respondentUnit: 'HQ-SM',
      receivedOn: '2026-11-18',
      acceptedOn: '2026-11-23',
      gist: null,
    });
    for (const petition of [PETITION, OTHER]) await intake.heard(streamOf(petition), 2);
    await intake.neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseAssigned', {
      case: CASE,
      petitions: [PETITION, OTHER],
      on: '2026-11-24',
    });
    for (const petition of [PETITION, OTHER]) await intake.heard(streamOf(petition), 3);
    expect(await stepsOf(PETITION)).toEqual(['received', 'accepted', 'under_verification']);
    expect(await stepsOf(OTHER)).toEqual(['received', 'accepted', 'under_verification']);
  });
  it('is found in the history by the number of its case', async () => {
    const entries = await intake.service.history.of(CASE, 'petition.read', someoneOf('HQ-SM'));
    expect(entries.map(({ stream }) => stream)).toContain(streamOf(PETITION));
  });
  it('keeps its sender sealed, in the log and in the history', async () => {
    const { store } = intake.service.infrastructure;
    const bytes: string[] = [];
    for await (const { data, metadata } of store.readStream(streamOf(PETITION)))
      bytes.push(Buffer.from(data).toString(), Buffer.from(metadata).toString());
    const entries = await intake.service.history.of(PETITION, 'petition.read', someoneOf('HQ-SM'));
    for (const secret of [
      'Công ty Thử Nghiệm',
      '0900000001',
      '0101010101',
      'Đề nghị hủy',
      'đơn.pdf',
    ])
      expect([...bytes, JSON.stringify(entries)].join()).not.toContain(secret);
  });
});

describe('a receipt code that was used before', () => {
  it('stays with its first petition, and stops nobody else’s', async () => {
    const [again, later] = ['D26-00000003-0', 'D26-00000004-0'];
    await asked(register({ petition: again }));
    await asked(register({ petition: later, receiptHash: 'z'.repeat(43) }));
    await eventually(async () => expect(await stepsOf(later)).toEqual(['received']));
    expect(await stepsOf(again)).toBeUndefined();
    expect(await stepsOf(PETITION)).toBeDefined();
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(intake.service);
});
