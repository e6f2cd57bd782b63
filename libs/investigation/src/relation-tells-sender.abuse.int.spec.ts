import { TRIAGE_TOPIC, type Relation } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
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
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CasePageHandler, CasePageQuery } from './case-page/case-page.query.ts';
import { assign, declaring, declining, dismissing } from './commands/index.ts';
import { CASE, OPENED_AT, PETITION, binh, hung, opened } from './investigation.fixture.ts';
import { investigationService } from './investigation.service.ts';

const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const ofSender = 'Người gửi đơn là em ruột tôi';
const UNTOLD = { relation: null, note: null, rule: null };

let database: TestDatabase;
let investigation: TestService;
beforeAll(async () => {
  database = await createTestDatabase();
  const where = { databaseUrl: database.url, now: OPENED_AT };
  investigation = await startTestService(investigationService, where);
  await investigation.knows([
    ...organisation,
    ...['lan', 'mai'].flatMap((id) => [person(id), post(id, 'HQ-SM', ['verifier'])]),
  ]);
  await investigation.neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', opened);
  await investigation.heard(`investigation.case-${CASE}`, 1);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

const page = (actor: Actor) =>
  new CasePageHandler(investigation.service).execute(new CasePageQuery(CASE, actor));
const history = async (actor: Actor) =>
  JSON.stringify(await investigation.service.history.of(CASE, 'case.read', actor));
const assigned = (assignee: string, actor: Actor) =>
  ask(investigation.service, assign, CASE, { assignee, noConflict: true }, askedBy(actor));
const declared = (of: string, relation: Relation, note: string, actor: Actor) =>
  ask(investigation.service, declaring, CASE, { person: of, relation, note }, askedBy(actor));
const dismissed = (relation: number, reason: string, actor: Actor) =>
  ask(investigation.service, dismissing, CASE, { relation, reason }, askedBy(actor));

describe('Luật Tố cáo Đ.56: what was declared before a complaint was called a denunciation', () => {
  it('is told with its relation and its note while it is a complaint', async () => {
    const { service } = investigation;
    await assigned('hung', binh);
    const conflict = { relation: 'relative_of_sender', note: ofSender } as const;
    await ask(service, declining, CASE, conflict, askedBy(hung));
    await declared('lan', 'direct_interest', 'Mua hàng', binh);
    await declared('mai', 'relative_of_sender', 'Con dâu người gửi', hung);
    await dismissed(3, 'Người gửi không có con trai', binh);
    expect((await page(binh)).relations).toMatchObject([
      { relation: 'relative_of_sender', note: ofSender, rule: { id: 'COI4' } },
      { relation: 'direct_interest' },
      { dismissed: { reason: 'Người gửi không có con trai' } },
    ]);
    expect(await history(binh)).toContain('A relative of the sender');
  });

  it('is a conflict afterwards, and nothing more: of the sender, or of anybody else', async () => {
    await investigation.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      kind: 'denunciation',
      before: 'complaint',
      decided: 'accepted',
      reason: null,
    });
    const { relations } = await page(khanh);
    expect(relations).toMatchObject([
      { ...UNTOLD, person: { id: 'hung' }, declined: true, dismissed: null },
      { ...UNTOLD, person: { id: 'lan' }, dismissed: null },
      // What one head found of a complaint is not enough in a denunciation, of whatever relation.
      { ...UNTOLD, person: { id: 'mai' }, dismissed: null },
    ]);
    expect(JSON.stringify(relations)).not.toMatch(/sender|người gửi|COI/i);
    const told = await history(khanh);
    expect(told).toContain('A conflict of interest (the relation is not told)');
    expect(told).not.toMatch(/relative of the sender|Has a direct interest|In particular/);
  });

  it('bars whom it barred', async () => {
    for (const [one, code] of [
      ['hung', 'ASSIGNEE_HAS_CONFLICT'],
      ['lan', 'ASSIGNEE_CONFLICT_BY_LAW'],
    ] as const)
      await expect(assigned(one, khanh)).rejects.toMatchObject({ code });
  });

  it('is told in full where it is declared of the denunciation: it is none to the sender', async () => {
    const note = 'Cấp dưới của người bị tố cáo';
    await declared('mai', 'subordinate_of_respondent', note, khanh);
    expect((await page(khanh)).relations.at(-1)).toMatchObject({
      relation: 'subordinate_of_respondent',
      note,
      rule: { id: 'COI4' },
    });
    expect(await history(khanh)).toContain('A subordinate of the person complained of');
  });
});
