import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  deputy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { does as asked } from '../does.fixture.ts';
import {
  CASE,
  OPENED_AT,
  approve,
  assign,
  binh,
  evidence,
  hung,
  opened,
  propose,
  sendBack,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';

const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };
const promoted: Actor = { person: 'hung', role: 'head', unit: 'HQ-SM' };

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows([...organisation, person('lan'), post('lan', 'HQ-SM', ['verifier'])]);
  await investigation.neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', opened);
  await investigation.heard(`investigation.case-${CASE}`, 1);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

const does = (actor: Actor, command: Parameters<typeof asked>[2]) =>
  asked(investigation, actor, command);
const tenure = (who: string, from: string, to: string | null) =>
  investigation.knows([post(who, 'HQ-SM', ['head'], { id: 'hq-sm.binh', from, to })]);

describe('T35: a draft', () => {
  it('is not approved by its author, who may deputise: the head still can', async () => {
    await does(binh, assign('hung'));
    await does(hung, evidence());
    await does(hung, propose());
    await investigation.knows([deputy('hung', 'hq-sm.binh', '2026-11-01', '2026-12-31')]);
    await expect(does({ ...promoted, deputyFor: 'binh' }, approve())).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    await expect(does(khanh, approve())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await does(binh, sendBack());
  });

  it('that another copied is not approved by its first author, once they head the unit', async () => {
    await does(binh, assign('lan'));
    await does({ ...hung, person: 'lan' }, propose());
    await tenure('hung', '2026-11-23', null);
    for (const judge of [approve(2), sendBack(2)])
      await expect(does(promoted, judge)).rejects.toMatchObject({
        code: 'FOUR_EYES_ABOVE',
        details: { unit: 'KV-MH' },
      });
  });

  it('is approved by the unit above where nobody in the unit may, and by no other unit', async () => {
    for (const actor of [an, nam])
      await expect(does(actor, approve(2))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await does(khanh, approve(2));
    const [last] = (await investigation.events(`investigation.case-${CASE}`)).slice(-1);
    expect(last).toMatchObject({
      event: { type: 'ConclusionApproved', data: { unit: 'HQ-SM', version: 2 } },
      metadata: { actor: khanh },
    });
  });
});
