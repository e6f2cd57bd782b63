import {
  TRIAGE_TOPIC,
  askGuidance,
  giveGuidance,
  type CommandDefinition,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UseCase } from '@minh-bach/platform';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { CasePageHandler, CasePageQuery } from '../case-page/case-page.query.ts';
import { CaseWorklistHandler, CaseWorklistQuery } from '../case-worklist/case-worklist.query.ts';
import { caseDecider } from '../domain/case.decider.ts';
import {
  OPENED_AT,
  approve,
  assign,
  binh,
  hung,
  lan,
  opened,
  propose,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';
import { investigationCommands } from './index.ts';

const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
/** Heads another unit of the same region. */
const yen: Actor = { person: 'yen', role: 'head', unit: 'HQ-DG' };

let database: TestDatabase;
let investigation: TestService;
let cases = 0;
let number: string;
let petition: string;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows(organisation);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

/** Each spec has a case of its own, given to hung. */
beforeEach(async () => {
  cases += 1;
  number = `V26-0000000${cases}-0`;
  petition = `D26-0000000${cases}-0`;
  const data = { ...opened, case: number, petitions: [petition] };
  await investigation.neighbours.tell(TRIAGE_TOPIC, number, 'CaseOpened', data);
  await investigation.heard(stream(), 1);
  await run(binh, assign('hung'));
});

const stream = () => `investigation.case-${number}`;
const run = (actor: Actor, command: Parameters<typeof caseDecider.decide>[0]) =>
  investigation.service.run({
    decider: caseDecider,
    stream: stream(),
    command,
    context: askedBy(actor),
  });
const does = async ({ name }: CommandDefinition, actor: Actor, body: object) => {
  const all: readonly UseCase[] = investigationCommands;
  const useCase = all.find(({ definition }) => definition.name === name)!;
  await ask(investigation.service, useCase, number, body as never, askedBy(actor));
  await investigation.caughtUp();
};
const asks = (actor: Actor) =>
  does(askGuidance, actor, { question: 'Áp mã nào?', reason: 'Hai văn bản trái nhau' });
const answers = (actor: Actor) =>
  does(giveGuidance, actor, { answer: 'Theo mã 0306', letter: null });
const page = (actor: Actor) =>
  new CasePageHandler(investigation.service).execute(new CasePageQuery(number, actor));
const toGuide = async (actor: Actor) => {
  const query = new CaseWorklistQuery({ view: 'to-guide', limit: 25 }, actor);
  const { items } = await new CaseWorklistHandler(investigation.service).execute(query);
  return items.map((item) => item.case);
};
async function names(...people: readonly string[]): Promise<void> {
  const { service, neighbours } = investigation;
  const tags = await Promise.all(people.map((who) => service.shield.tagOf(who)));
  const named = tags.map((tag) => ({ tag, on: '2026-11-02' }));
  const respondents = { units: [], people: named };
  const data = { respondentUnit: null, respondents, reason: null };
  await neighbours.writes(`triage.petition-${petition}`, 'RespondentsCorrected', data);
}

describe('guidance of the level above', () => {
  it('is asked by the assignee or a head, once at a time, and stops no clock', async () => {
    await expect(asks(lan)).rejects.toMatchObject({ code: 'NOT_THE_ASSIGNEE' });
    const before = (await page(hung)).clocks;
    await asks(hung);
    await expect(asks(binh)).rejects.toMatchObject({ code: 'GUIDANCE_AWAITED' });
    const { guidance, clocks, mayGuide } = await page(hung);
    expect(guidance).toMatchObject([
      { by: { id: 'hung' }, to: { id: 'KV-MH' }, question: 'Áp mã nào?', answer: null },
    ]);
    // Five working days: an internal target.
    expect(guidance[0]!.answerBy).toBe('2026-11-30');
    expect([clocks, mayGuide]).toEqual([before, false]);
    expect(JSON.stringify(await investigation.events(stream()))).not.toContain('Áp mã nào');
  });

  it('is found in the list of the unit directly above, and answered there alone', async () => {
    await asks(hung);
    expect(await toGuide(khanh)).toContain(number);
    for (const other of [an, binh, yen]) expect(await toGuide(other)).not.toContain(number);
    for (const [other, code] of [
      [an, 'ANOTHER_UNIT_GUIDES'],
      [binh, 'NOT_FOUND'],
      [yen, 'NOT_FOUND'],
    ] as const)
      await expect(answers(other)).rejects.toMatchObject({ code });
    expect((await page(khanh)).mayGuide).toBe(true);
    await answers(khanh);
    await expect(answers(khanh)).rejects.toMatchObject({ code: 'NO_GUIDANCE_ASKED' });
    expect(await toGuide(khanh)).not.toContain(number);
    expect((await page(hung)).guidance).toMatchObject([
      { answer: { by: { id: 'khanh' }, unit: { id: 'KV-MH' }, text: 'Theo mã 0306' } },
    ]);
    await asks(binh);
    expect((await page(hung)).guidance).toHaveLength(2);
  });

  it('makes no draft stale that waits, and lapses with the conclusion', async () => {
    await run(hung, propose());
    await asks(hung);
    const events = await investigation.events(stream());
    await investigation.service.run({
      decider: caseDecider,
      stream: stream(),
      command: approve(),
      context: { ...askedBy(binh), ifMatch: events.length - 2 },
    });
    await investigation.caughtUp();
    expect(await toGuide(khanh)).not.toContain(number);
    await expect(answers(khanh)).rejects.toMatchObject({ code: 'ALREADY_CONCLUDED' });
    await expect(asks(hung)).rejects.toMatchObject({ code: 'ALREADY_CONCLUDED' });
  });

  it('T4: goes past a superior whom the petition names; that one neither sees nor answers it', async () => {
    await names('khanh');
    await asks(hung);
    expect((await page(hung)).guidance[0]!.to.id).toBe('CHQ');
    expect(await toGuide(an)).toContain(number);
    expect(await toGuide(khanh)).not.toContain(number);
    await expect(answers(khanh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await answers(an);
  });

  it('T4: is answered by the next above where the superior is named after it was asked', async () => {
    await asks(hung);
    await names('khanh');
    await expect(answers(khanh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await page(an)).mayGuide).toBe(true);
    await answers(an);
  });

  it('T4: of what is called a denunciation of the superior since, the superior knows nothing', async () => {
    await asks(hung);
    expect(await toGuide(khanh)).toContain(number);
    await names('khanh');
    await investigation.neighbours.writes(`triage.petition-${petition}`, 'PetitionClassified', {
      ...{ kind: 'denunciation', before: 'complaint', decided: 'accepted', reason: null },
    });
    await investigation.caughtUp();
    expect(await toGuide(khanh)).not.toContain(number);
    await expect(page(khanh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answers(khanh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
