import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ask,
  askedBy,
  deputy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assign, declaring, dismissing } from './commands/index.ts';
import { CASE, OPENED_AT, PETITION, binh, lan, opened } from './investigation.fixture.ts';
import { investigationService } from './investigation.service.ts';

/** A verifier who acts for the head of the unit for some days. */
const hungForBinh: Actor = { person: 'hung', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
const cuc: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };

let database: TestDatabase;
let investigation: TestService;
beforeAll(async () => {
  database = await createTestDatabase();
  const where = { databaseUrl: database.url, now: OPENED_AT };
  investigation = await startTestService(investigationService, where);
  await investigation.knows([
    ...organisation,
    ...[person('lan'), post('lan', 'HQ-SM', ['verifier'])],
    ...[person('mai'), post('mai', 'HQ-SM', ['verifier'])],
    deputy('hung', 'hq-sm.binh', '2026-11-01', '2026-12-31'),
  ]);
  await investigation.neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', opened);
  await investigation.heard(`investigation.case-${CASE}`, 1);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

const answer = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const declares = (who: string, by: Actor) => {
  const said = { person: who, relation: 'direct_interest', note: 'Góp vốn' } as const;
  return answer(ask(investigation.service, declaring, CASE, said, askedBy(by)));
};
const dismisses = (relation: number, by: Actor) => {
  const said = { relation, reason: 'Trùng tên' };
  return answer(ask(investigation.service, dismissing, CASE, said, askedBy(by)));
};
const assigns = (assignee: string, by: Actor) =>
  answer(ask(investigation.service, assign, CASE, { assignee, noConflict: true }, askedBy(by)));

describe('T9: a conflict of interest that somebody else reported', () => {
  it('is dismissed neither by whom it is about nor by the head whom they act for', async () => {
    expect(await declares('hung', lan)).toBe('done');
    for (const actor of [hungForBinh, binh])
      expect(await dismisses(1, actor)).toBe('RELATION_OF_YOURSELF');
    expect(await assigns('hung', binh)).toBe('ASSIGNEE_HAS_CONFLICT');
    expect(await dismisses(1, cuc)).toBe('done');
  });

  it('is dismissed by no one will alone once it is called a denunciation', async () => {
    expect(await declares('mai', lan)).toBe('done');
    expect(await dismisses(2, hungForBinh)).toBe('done');
    expect(await declares('lan', hungForBinh)).toBe('done');
    await investigation.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      ...{ kind: 'denunciation', before: 'complaint', decided: 'accepted', reason: null },
    });
    expect(await assigns('mai', khanh)).toBe('ASSIGNEE_CONFLICT_BY_LAW');
    expect(await dismisses(3, khanh)).toBe('done');
    expect(await dismisses(3, khanh)).toBe('RELATION_SECOND_HEAD');
    expect(await assigns('lan', khanh)).toBe('ASSIGNEE_CONFLICT_BY_LAW');
    expect(await dismisses(2, khanh)).toBe('done');
    expect(await assigns('mai', khanh)).toBe('done');
  });
});
