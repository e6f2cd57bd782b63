import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { cases } from '../cases.ts';
import { CasePageHandler, CasePageQuery } from '../case-page/case-page.query.ts';
import { does as asked } from '../does.fixture.ts';
import {
  CASE,
  OPENED_AT,
  PETITION,
  approve,
  assign,
  binh,
  evidence,
  opened,
  propose,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';
import { mayBeAssigned } from './judging-unit.ts';

const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
const mai: Actor = { person: 'mai', role: 'verifier', unit: 'KV-MH' };

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows([...organisation, person('mai'), post('mai', 'KV-MH', ['verifier'])]);
  const { neighbours } = investigation;
  const about = { petition: PETITION, unit: 'HQ-SM', respondentUnit: 'HQ-SM' };
  const stream = `triage.petition-${PETITION}`;
  await neighbours.writes(stream, 'PetitionTaken', { ...about, declaredKind: 'denunciation' });
  await neighbours.writes(stream, 'PetitionClassified', { ...about, kind: 'complaint' });
  await investigation.neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', opened);
  await investigation.heard(`investigation.case-${CASE}`, 1);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

const does = (actor: Actor, command: Parameters<typeof asked>[2]) =>
  asked(investigation, actor, command);
const notFound = { code: 'NOT_FOUND' };

describe('T29: a case of what was a denunciation of the heads of its unit', () => {
  it('is assigned by the unit above alone, to a verifier of either unit', async () => {
    await expect(does(binh, assign('mai'))).rejects.toMatchObject(notFound);
    await expect(does(an, assign('mai'))).rejects.toMatchObject(notFound);
    const { state } = await cases.load(investigation.service, CASE, 'case.read', khanh);
    const may = (who: string) => mayBeAssigned(investigation.service, state, who);
    expect([await may('mai'), await may('hung'), await may('binh')]).toEqual([true, true, false]);
    const page = await new CasePageHandler(investigation.service).execute(
      new CasePageQuery(CASE, khanh),
    );
    expect(page.assigning?.id).toBe('KV-MH');
    await does(khanh, assign('mai'));
  });

  it('is worked on there, and judged there', async () => {
    await does(mai, evidence());
    await does(mai, propose());
    await expect(does(binh, approve())).rejects.toMatchObject(notFound);
    await does(khanh, approve());
    const last = (await investigation.events(`investigation.case-${CASE}`)).at(-1);
    expect(last).toMatchObject({
      event: { type: 'ConclusionApproved', data: { unit: 'HQ-SM' } },
      metadata: { actor: khanh },
    });
  });
});
