import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { identityDisclosure } from './disclose-identity.ts';

const [DUPLICATE, LEAD] = ['D26-00000081-0', 'D26-00000082-0'];
const CASE = 'V26-10203040-9';
/** Verified the case of LEAD; receives in its unit, and verifies nowhere now. */
const nam: Actor = { person: 'nam', role: 'receiver', unit: 'HQ-SM' };
let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    ...['dung', 'nam'].map((id) => person(id)),
    ...['dung', 'nam'].map((id) => post(id, 'HQ-SM', ['receiver'])),
  ]);
  for (const petition of [DUPLICATE, LEAD])
    await intake.service.run({
      decider: petitionDecider,
      stream: `intake.petition-${petition}`,
      command: register({ petition, receiptHash: petition.padEnd(43, 'x') }),
      context: askedBy(dung),
    });
  await intake.caughtUp();
  await triage(DUPLICATE, 'PetitionMerged', { into: LEAD });
  await triage(LEAD, 'DuplicateTakenIn', { other: DUPLICATE });
  await triage(LEAD, 'PetitionAccepted', { case: CASE });
  const stream = `investigation.case-${CASE}`;
  await intake.neighbours.writes(stream, 'CaseAssigned', { assignee: 'nam' });
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const triage = (petition: string, type: string, data: object) =>
  intake.neighbours.writes(`triage.petition-${petition}`, type, data);

async function opensNeither(): Promise<void> {
  for (const petition of [LEAD, DUPLICATE]) {
    const body = { purpose: 'verify-identity' } as const;
    const asked = ask(intake.service, identityDisclosure, petition, body, askedBy(nam));
    await expect(asked).rejects.toMatchObject({ code: 'VERIFIERS_OPEN_NOTHING' });
  }
}

describe('T3: who verifies a case opens its sender', () => {
  it('by no petition that is merged into its own', opensNeither);

  it('nor by one that was, and came apart', async () => {
    const why = { from: LEAD, back: 'taken', because: 'names-of-other' };
    await triage(DUPLICATE, 'PetitionUnmerged', why);
    await triage(LEAD, 'DuplicateLetGo', { other: DUPLICATE });
    await opensNeither();
  });
});
