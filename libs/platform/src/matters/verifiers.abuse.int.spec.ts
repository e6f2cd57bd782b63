import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoService } from '../specs/demo-service.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { everMergedWith } from './merged-with.ts';
import { verifiersOf } from './verifiers.ts';

const MERGED = 'D26-00000001-0';
const INTO = 'D26-00000002-0';
const CASE = 'V26-00000001-0';

let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  const now = '2026-11-20T02:00:00.000Z';
  running = await startTestService(demoService, { databaseUrl: database.url, now });
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

describe('T3: who verifies a case', () => {
  it('is known of each petition that was ever merged with its own', async () => {
    const { neighbours, service } = running;
    const { store } = service.infrastructure;
    const merged = `triage.petition-${MERGED}`;
    await neighbours.writes(merged, 'PetitionMerged', { into: INTO });
    await neighbours.writes(`triage.petition-${INTO}`, 'PetitionAccepted', { case: CASE });
    await neighbours.writes(`investigation.case-${CASE}`, 'CaseAssigned', { assignee: 'hung' });
    await neighbours.writes(merged, 'PetitionUnmerged', {});
    const ofOneSender = [MERGED, ...(await everMergedWith(store, MERGED))!];
    expect(await verifiersOf(store, ofOneSender)).toEqual(['hung']);
    expect(await verifiersOf(store, [MERGED])).toEqual([]);
  });
});
