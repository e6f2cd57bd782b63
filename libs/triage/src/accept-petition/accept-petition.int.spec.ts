import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import {
  ClassifyPetition,
  ClassifyPetitionHandler,
} from '../classify-petition/classify-petition.handler.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import { AcceptPetition, AcceptPetitionHandler } from './accept-petition.handler.ts';

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await triage.knows(organisation);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

/** A complaint of the post's decision, as it came to a unit: classified, then accepted by it. */
async function accepted(
  petition: string,
  unit: string,
  instance: 1 | 2,
  respondentUnit: string | null,
) {
  const actor: Actor = { person: 'giang', role: 'classifier', unit };
  const data = { ...received, petition, unit, respondentUnit };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
  await new ClassifyPetitionHandler(triage.service).execute(
    new ClassifyPetition(petition, { kind: 'complaint', reason: null }, askedBy(actor)),
  );
  const body = {
    instance,
    competentUnit: unit,
    conditionsMet: true as const,
    reason: 'đã xem xét',
  };
  const { events } = await new AcceptPetitionHandler(triage.service).execute(
    new AcceptPetition(petition, body, askedBy(actor)),
  );
  return events[0]?.event.data;
}

describe('the competent unit', () => {
  it('of a first complaint is the one that decided', async () => {
    expect(await accepted('D26-00000011-0', 'HQ-SM', 1, 'HQ-SM')).toMatchObject({
      jurisdiction: { level: 'chi_cuc' },
    });
    await expect(accepted('D26-00000012-0', 'KV-MH', 1, 'HQ-SM')).rejects.toMatchObject({
      code: 'UNIT_NOT_COMPETENT',
    });
  });
  it('of a second complaint is the one above', async () => {
    expect(await accepted('D26-00000013-0', 'KV-MH', 2, 'HQ-SM')).toMatchObject({
      instance: 2,
      jurisdiction: { level: 'cuc' },
    });
    await expect(accepted('D26-00000014-0', 'HQ-SM', 2, 'HQ-SM')).rejects.toMatchObject({
      code: 'UNIT_NOT_COMPETENT',
    });
  });
  it('is not made up where no unit is complained of', async () => {
    expect(await accepted('D26-00000015-0', 'HQ-SM', 1, null)).toMatchObject({
      jurisdiction: null,
    });
  });
});
