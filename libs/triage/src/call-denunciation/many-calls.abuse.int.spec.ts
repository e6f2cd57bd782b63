import { CALLED_A_DAY, INTAKE_TOPIC, type Alarms } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { alarmsController } from '@minh-bach/platform';
import {
  ask,
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../commands/index.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

const quyen: Actor = { person: 'quyen', role: 'denunciation-officer', unit: 'KV-MH' };
const auditor = (who: string): Actor => ({ person: who, role: 'auditor', unit: 'CHQ' });
const AlarmsController = alarmsController('triage');

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  const held = (who: string, unit: string, role: 'auditor' | 'denunciation-officer') => [
    person(who),
    post(who, unit, [role]),
  ];
  await triage.knows([
    ...organisation,
    ...held('quyen', 'KV-MH', 'denunciation-officer'),
    ...held('ha', 'CHQ', 'auditor'),
    ...held('thu', 'CHQ', 'auditor'),
  ]);
  const tag = await triage.service.shield.tagOf('thu');
  for (let n = 1; n <= CALLED_A_DAY + 1; n++) {
    const petition = `D26-0000080${n}-0`;
    const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', {
      ...received,
      respondents,
      petition,
    });
    await triage.heard(`triage.petition-${petition}`, 1);
    await triage.caughtUp();
    await ask(triage.service, call, petition, { reason: 'Tố cáo' }, askedBy(quyen));
    await triage.caughtUp();
  }
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

const alarmsFor = async (who: Actor): Promise<Alarms['items']> => {
  const list: Alarms = await new AlarmsController(triage.service).list({ limit: 50 }, who);
  return list.items;
};

describe('T28: an officer who calls many petitions denunciations', () => {
  it('is refused none; auditors read who did it, and no petition', async () => {
    const [alarm, ...others] = await alarmsFor(auditor('ha'));
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({
      alarm: 'many-called-denunciations',
      person: { id: 'quyen' },
      unit: null,
    });
    expect(JSON.stringify(alarm)).not.toContain('D26-');
  });

  it('is read also by those whom the calls name: nobody chooses who reads it', async () => {
    expect(await alarmsFor(auditor('thu'))).toHaveLength(1);
  });

  it('is in the rows that a rebuild makes', async () => {
    await expectRebuildsEqualLive(triage.service);
  });
});
