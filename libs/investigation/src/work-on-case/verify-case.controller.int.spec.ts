import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import {
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { CommandBus } from '@nestjs/cqrs';
import { CASE, OPENED_AT, binh, opened } from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';
import { VerifyCaseController } from './verify-case.controller.ts';
import { WorkOnCaseHandler, type WorkOnCase } from './work-on-case.handler.ts';

let database: TestDatabase;
let investigation: TestService;
let controller: VerifyCaseController;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows(organisation);
  const { service, neighbours } = investigation;
  await neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', opened);
  await investigation.heard(`investigation.case-${CASE}`, 1);
  const handler = new WorkOnCaseHandler(service);
  const bus = { execute: (command: WorkOnCase) => handler.execute(command) };
  controller = new VerifyCaseController(bus as CommandBus, service);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

it('a case is given to a verifier of the unit, to nobody else', async () => {
  const assign = (assignee: string) => controller.assign(CASE, { assignee }, askedBy(binh));
  for (const other of ['binh', 'phuc', 'nobody'])
    await expect(assign(other)).rejects.toMatchObject({ code: 'ASSIGNEE_CANNOT_VERIFY' });
  expect(await assign('hung')).toMatchObject({ body: { revision: 1 } });
});
