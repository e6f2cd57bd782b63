import { INTAKE_TOPIC, type PetitionKind } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  unit,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { acceptance, classification } from '../commands/index.ts';
import { REGISTERED_AT, giang, khanh, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from '../triage-worklist/triage-worklist.query.ts';

const COMPLAINT = 'D26-00000101-0';
const DENUNCIATION = 'D26-00000102-0';
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([...organisation, person('giang'), post('giang', 'HQ-SM', ['classifier'])]);
  await tell(COMPLAINT, 'complaint');
  await tell(DENUNCIATION, 'denunciation');
  // It ended yesterday, with both undecided.
  await triage.knows([{ ...unit('HQ-SM', 'KV-MH'), to: '2026-11-19' }]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function tell(petition: string, declaredKind: PetitionKind) {
  const gist = declaredKind === 'denunciation' ? null : received.gist;
  const data = { ...received, petition, declaredKind, gist };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
}
const classify = (number: string, actor: typeof khanh, kind: PetitionKind) =>
  ask(triage.service, classification, number, { kind, reason: 'Đọc kỹ' }, askedBy(actor));

describe('T29: what a unit left undecided when it ended', () => {
  it('stands in the list of the unit above', async () => {
    const query = new TriageWorklistQuery({ view: 'open', limit: 20 }, khanh);
    const { items } = await new TriageWorklistHandler(triage.service).execute(query);
    expect(items.map(({ number }) => number).toSorted()).toEqual([COMPLAINT, DENUNCIATION]);
  });

  it('is classified and decided there', async () => {
    await classify(DENUNCIATION, khanh, 'denunciation');
    await classify(COMPLAINT, khanh, 'complaint');
    const body = {
      instance: 1,
      competentUnit: 'HQ-SM',
      conditionsMet: true,
      reason: 'Đủ',
    } as const;
    await ask(triage.service, acceptance, COMPLAINT, body, askedBy(khanh));
  });

  it('is nothing to who had a post in it', async () => {
    await expect(triage.service.organisation.postsOf('giang')).resolves.toEqual([]);
    await expect(
      classify(COMPLAINT, { ...giang, unit: 'HQ-DG' }, 'feedback'),
    ).rejects.toMatchObject(notFound);
  });
});
