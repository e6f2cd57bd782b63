import { INVESTIGATION_TOPIC } from '@minh-bach/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { CommandBus } from '@nestjs/cqrs';
import { CASE, TODAY, binh, concluded, issue } from '../response.fixture.ts';
import { responseService } from '../response.service.ts';
import { AnswerCaseController } from './answer-case.controller.ts';
import { AnswerCaseHandler, type AnswerCase } from './answer-case.handler.ts';

let database: TestDatabase;
let response: TestService;
let controller: AnswerCaseController;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  const { service, neighbours } = response;
  await response.knows([...organisation, post('cuc', 'HQ-SM', ['head'], { from: '2026-11-27' })]);
  await neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseConcluded', concluded);
  await response.heard(`response.case-${CASE}`, 1);
  const handler = new AnswerCaseHandler(service);
  const bus = { execute: (command: AnswerCase) => handler.execute(command) };
  controller = new AnswerCaseController(bus as CommandBus);
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

it('a decision is signed by who headed the unit on the day it bears', async () => {
  const { type: _, signerMaySign: __, ...body } = issue({ signer: 'cuc' });
  const issueOn = (issuedOn: string) =>
    controller.issue(CASE, { ...body, issuedOn }, askedBy(binh));
  await expect(issueOn('2026-11-26')).rejects.toMatchObject({ code: 'SIGNER_CANNOT_SIGN' });
  expect(await issueOn('2026-11-27')).toMatchObject({ body: { revision: 1 } });
});
