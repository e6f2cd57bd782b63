import { INVESTIGATION_TOPIC, POLICY, roleFor } from '@minh-bach/contracts';
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
import { CASE, TODAY, binh, concluded, issue, phuc, send } from './response.fixture.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { responseService } from './response.service.ts';
import { issue as issueUseCase, send as sendUseCase } from './commands.ts';

/** What was a denunciation of the heads of its unit once. */
const SHIELDED = { ...concluded, case: 'V26-00000002-0', petitions: ['D26-00000002-0'] };
/** Approved by one head of the unit; issued by another. */
const APPROVED = {
  ...concluded,
  case: 'V26-00000003-0',
  petitions: ['D26-00000003-0'],
  approvedBy: 'binh',
};
const cuc: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };

let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows([...organisation, person('cuc'), post('cuc', 'HQ-SM', ['head'])]);
  const { neighbours } = response;
  for (const petition of SHIELDED.petitions) {
    const about = { petition, unit: 'HQ-SM', respondentUnit: 'HQ-SM' };
    const stream = `triage.petition-${petition}`;
    await neighbours.writes(stream, 'PetitionTaken', { ...about, declaredKind: 'denunciation' });
    await neighbours.writes(stream, 'PetitionClassified', { ...about, kind: 'complaint' });
  }
  for (const told of [concluded, SHIELDED, APPROVED]) {
    await neighbours.tell(INVESTIGATION_TOPIC, told.case, 'CaseConcluded', told);
    await response.heard(`response.case-${told.case}`, 1);
  }
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

const issues = async (by: Actor, number: string, over: Parameters<typeof issue>[0] = {}) => {
  const { signerMaySign: _, type: __, ...body } = issue(over);
  await ask(response.service, issueUseCase, number, body, askedBy(by));
  await response.caughtUp();
};
const issuingOf = async (number: string, by: Actor) =>
  (await new ResponsePageHandler(response.service).execute(new ResponsePageQuery(number, by)))
    .issuing?.id;

describe('T11: a decision in the name of a head', () => {
  it('is issued by a head: a clerk alone has no such right', () => {
    expect(POLICY['response.issue'].roles).toEqual(['head']);
    expect(roleFor('response.issue', ['clerk', 'verifier', 'classifier'])).toBeUndefined();
  });

  it('says what was approved, whoever issues it', async () => {
    for (const conclusion of ['dismissed', 'partly_upheld'] as const)
      await expect(issues(binh, CASE, { conclusion })).rejects.toMatchObject({
        code: 'CONCLUSION_NOT_APPROVED',
        details: { approved: 'upheld' },
      });
    expect(await response.events(`response.case-${CASE}`)).toHaveLength(1);
  });

  it('is issued by the unit of the case, and not from above while a head there may', async () => {
    expect(await issuingOf(CASE, khanh)).toBe('HQ-SM');
    for (const above of [khanh, an])
      await expect(issues(above, CASE, { signer: above.person })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await issues(binh, CASE);
    expect(await issuingOf(CASE, phuc)).toBeUndefined();
  });
});

describe('T11: the name under a decision', () => {
  it('is of nobody who neither approved the conclusion nor issues, though they head the unit', async () => {
    const [signed, cannot] = [{ signer: 'cuc' }, { code: 'SIGNER_CANNOT_SIGN' }];
    await expect(issues(binh, APPROVED.case, signed)).rejects.toMatchObject(cannot);
    expect(await response.events(`response.case-${APPROVED.case}`)).toHaveLength(1);
  });

  it('is of the head who approved it, when another types it in', async () => {
    await issues(cuc, APPROVED.case, { signer: 'binh' });
    expect(await response.events(`response.case-${APPROVED.case}`)).toHaveLength(2);
  });
});

describe('T29: the answer to what was a denunciation of the heads of its unit', () => {
  it('is not theirs to issue, nor to sign', async () => {
    await expect(issues(binh, SHIELDED.case)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(issues(khanh, SHIELDED.case)).rejects.toMatchObject({
      code: 'SIGNER_CANNOT_SIGN',
    });
  });

  it('is issued by the nearest head above, and sent by the clerks of the unit', async () => {
    expect(await issuingOf(SHIELDED.case, phuc)).toBe('KV-MH');
    await expect(issues(an, SHIELDED.case, { signer: 'an' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await issues(khanh, SHIELDED.case, { signer: 'khanh' });
    const { type: _, ...sending } = send();
    expect(
      await ask(response.service, sendUseCase, SHIELDED.case, sending, askedBy(phuc)),
    ).toMatchObject({ revision: 2 });
    const [, issued] = await response.events(`response.case-${SHIELDED.case}`);
    expect(issued).toMatchObject({
      event: { type: 'DecisionIssued', data: { unit: 'HQ-SM', signer: 'khanh' } },
      metadata: { actor: khanh },
    });
  });
});
