import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { lastRevision } from '@minh-bach/platform';
import {
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../domain/case.commands.ts';
import { caseDecider } from '../domain/case.decider.ts';
import {
  CASE,
  OPENED_AT,
  approve,
  assign,
  binh,
  evidence,
  explanation,
  hung,
  opened,
  propose,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';

const STREAM = `investigation.case-${CASE}`;
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
  await investigation.heard(STREAM, 1);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

const does = (actor: Actor, command: CaseCommand, over: Partial<RequestContext> = {}) =>
  investigation.service.run({
    decider: caseDecider,
    stream: STREAM,
    command,
    context: askedBy(actor, over),
  });
const seen = async () => lastRevision(await investigation.events(STREAM));

describe('T34: a verifier who records while others decide', () => {
  it('makes no assignment stale: the head gives the case to somebody else', async () => {
    await does(binh, assign('hung'));
    const ifMatch = await seen();
    await does(hung, evidence());
    await does(hung, explanation());
    await does(binh, assign('lan'), { ifMatch });
    await does(binh, assign('hung'));
  });

  it('while a draft awaits approval, is seen by the head before they approve it', async () => {
    await does(hung, propose());
    const ifMatch = await seen();
    await does(hung, evidence());
    await expect(does(binh, approve(), { ifMatch })).rejects.toMatchObject({
      code: 'REVISION_CHANGED',
    });
    const [last] = (await investigation.events(STREAM)).slice(-1);
    expect(last!.event).toMatchObject({ type: 'EvidenceRecorded', data: { draft: 1 } });
    await does(binh, approve(), { ifMatch: await seen() });
  });
});
