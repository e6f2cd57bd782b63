import { INVESTIGATION_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { issue as issueUseCase } from './commands.ts';
import { CASE, TODAY, binh, concluded, issue } from './response.fixture.ts';
import { responseService } from './response.service.ts';

const cuc: Actor = { ...binh, person: 'cuc' };

let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows([...organisation, post('cuc', 'HQ-SM', ['head'], { from: '2026-11-27' })]);
  await response.neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseConcluded', concluded);
  await response.heard(`response.case-${CASE}`, 1);
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

it('a decision is signed by who headed the unit on the day it bears', async () => {
  const { type: _, signerMaySign: __, ...body } = issue({ signer: 'cuc' });
  const issueOn = (issuedOn: string) =>
    ask(response.service, issueUseCase, CASE, { ...body, issuedOn }, askedBy(cuc));
  await expect(issueOn('2026-11-26')).rejects.toMatchObject({ code: 'SIGNER_CANNOT_SIGN' });
  expect(await issueOn('2026-11-27')).toMatchObject({ revision: 1 });
});
