import { INVESTIGATION_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  deputy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { issue as issueUseCase } from './commands.ts';
import {
  PublishedDecisionHandler,
  PublishedDecisionQuery,
  PublishedHandler,
  PublishedQuery,
} from './published/published.query.ts';
import { publicationCommands } from './publishing.ts';
import {
  CASE,
  OPEN_TEXT,
  PETITION,
  TODAY,
  binh,
  concluded,
  issue,
  phuc,
} from './response.fixture.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { responseService } from './response.service.ts';

const NAME = 'Công ty TNHH Nước Trong';
const CALLED = { ...concluded, case: 'V26-00000002-0', petitions: ['D26-00000002-0'] };
/** Two whose decisions stay public. */
const STAY = [3, 4].map((n) => ({
  ...concluded,
  ...{ case: `V26-0000000${n}-0`, petitions: [`D26-0000000${n}-0`] },
}));
const cuc: Actor = { person: 'cuc', role: 'clerk', unit: 'HQ-SM' };
const [confirm, prepare, giveBack, propose, takeBack] = publicationCommands as unknown as [
  ...(typeof issueUseCase)[],
];

let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows([...organisation, person('cuc'), post('cuc', 'HQ-SM', ['clerk'])]);
  const { vault } = response.service.infrastructure;
  const senderMarks = {
    name: await vault.blindIndex('name', NAME),
    address: await vault.blindIndex('address', '12 Bờ Kè, phường Hòa Cường'),
    phone: await vault.blindIndex('phone', '0912 345 678'),
    idNumber: await vault.blindIndex('identity-number', '0401234567'),
  };
  const registered = { petition: PETITION, declaredKind: 'complaint', unit: 'HQ-SM', senderMarks };
  await response.neighbours.writes(`intake.petition-${PETITION}`, 'PetitionRegistered', registered);
  for (const told of [concluded, CALLED, ...STAY]) {
    await response.neighbours.tell(INVESTIGATION_TOPIC, told.case, 'CaseConcluded', told);
    await response.heard(`response.case-${told.case}`, 1);
    await does(issueUseCase, binh, issueBody(), told.case);
  }
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

function issueBody() {
  const { signerMaySign: _, type: __, ...body } = issue();
  return body;
}
const does = async (useCase: unknown, by: Actor, body: object, number = CASE) => {
  await ask(response.service, useCase as typeof issueUseCase, number, body as never, askedBy(by));
  await response.caughtUp();
};
const page = async (actor: Actor, number = CASE) =>
  (await new ResponsePageHandler(response.service).execute(new ResponsePageQuery(number, actor)))
    .publication;
const shown = async () =>
  (await new PublishedHandler(response.service).execute(new PublishedQuery({ limit: 20 }))).items;

/** As anybody walks the list, one by one. */
const walked = async () => {
  const pages: string[][] = [];
  let cursor: string | null | undefined;
  do {
    const asked = new PublishedQuery({ limit: 1, ...(cursor ? { cursor } : {}) });
    const { items, nextCursor } = await new PublishedHandler(response.service).execute(asked);
    pages.push(items.map(({ id }) => id));
    cursor = nextCursor;
  } while (cursor);
  return pages;
};
const one = (id: string) =>
  new PublishedDecisionHandler(response.service).execute(new PublishedDecisionQuery(id));
let published = '';

describe('the text for everybody', () => {
  it.each([
    ['the name, written otherwise', `Chấp nhận khiếu nại của CÔNG TY TNHH NUOC TRONG.`],
    ['the address', 'Trụ sở tại 12, Bờ Kè; phường Hòa Cường.'],
    ['the phone number', 'Liên hệ (+84) 912.345.678 để nhận.'],
    ['the tax code', 'Mã số thuế 0401 234 567.'],
  ])('is refused while it holds %s, and the refusal tells nothing of it', async (_, text) => {
    const refused = does(prepare, phuc, { text });
    await expect(refused).rejects.toMatchObject({ code: 'SENDER_IN_TEXT', details: {} });
    expect(await shown()).toEqual([]);
  });

  it('is read by a second person; nobody outside sees it before', async () => {
    await does(prepare, phuc, { text: OPEN_TEXT });
    expect(await page(phuc)).toMatchObject({
      last: { version: 1, text: OPEN_TEXT, compared: true, by: { id: 'phuc' } },
      pending: { isOwn: true },
    });
    expect(await page(binh)).toMatchObject({ pending: { isOwn: false } });
    const body = { version: 1, way: 'posting' };
    await expect(does(confirm, phuc, body)).rejects.toMatchObject({ code: 'SECOND_READER_NEEDED' });
    expect(await shown()).toEqual([]);
    const stored = await response.events(`response.case-${CASE}`);
    expect(JSON.stringify(stored)).not.toContain(OPEN_TEXT);
    await does(giveBack, binh, { version: 1, reason: 'Nêu rõ kết quả' });
    expect(await page(phuc)).toMatchObject({ pending: null, last: { returned: 'Nêu rõ kết quả' } });
  });

  it('is public once confirmed, without number, person or petition', async () => {
    await does(prepare, phuc, { text: OPEN_TEXT });
    await does(confirm, binh, { version: 2, way: null });
    const [first, ...others] = await shown();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ...{ unit: { id: 'HQ-SM' }, kind: 'complaint', outcome: 'upheld', text: OPEN_TEXT },
      ...{ publishedOn: '2026-11-27', issuedOn: '2026-11-27' },
    });
    expect(JSON.stringify(first)).not.toMatch(new RegExp(`${CASE}|${PETITION}|phuc|binh`));
    published = first!.id;
    expect(await one(published)).toEqual(first);
    await expect(one(CASE)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is taken back by two; staff read on what it said', async () => {
    await does(propose, phuc, { reason: 'Còn nêu tên một người' });
    await expect(does(takeBack, phuc, {})).rejects.toMatchObject({ code: 'SECOND_READER_NEEDED' });
    expect(await shown()).toHaveLength(1);
    await does(takeBack, cuc, {});
    expect(await shown()).toEqual([]);
    await expect(one(published)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await page(cuc)).toMatchObject({ published: null, takenBack: { text: OPEN_TEXT } });
  });

  it('of one will is not of two people', async () => {
    await response.knows([deputy('cuc', 'hq-sm.binh', '2026-11-01', '2026-12-01')]);
    await does(prepare, cuc, { text: OPEN_TEXT }, CALLED.case);
    const body = { version: 1, way: null };
    const refused = does(confirm, binh, body, CALLED.case);
    await expect(refused).rejects.toMatchObject({ code: 'SECOND_READER_NEEDED' });
    expect(await page(phuc, CALLED.case)).toMatchObject({ last: { compared: false } });
    await does(confirm, phuc, body, CALLED.case);
    expect(await shown()).toHaveLength(1);
    published = (await shown())[0]!.id;
    expect(await one(published)).toMatchObject({ id: published });
  });

  it('T27: of what is called a denunciation afterwards is public no more, from the event on', async () => {
    const [petition] = CALLED.petitions;
    for (const { case: number } of STAY) {
      await does(prepare, phuc, { text: OPEN_TEXT }, number);
      await does(confirm, binh, { version: 1, way: null }, number);
    }
    expect((await walked()).flat()).toHaveLength(3);
    await response.neighbours.writes(`triage.petition-${petition}`, 'PetitionClassified', {
      kind: 'denunciation',
      before: 'complaint',
      decided: 'accepted',
      reason: null,
      respondentUnit: 'HQ-SM',
    });
    const left = await walked();
    // No page is empty, no cursor leads to it: as with what was taken back.
    expect(left.map((page) => page.length)).toEqual([1, 1]);
    expect(left.flat()).not.toContain(published);
    await expect(one(published)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has rows that a rebuild makes again', async () => {
    await expectRebuildsEqualLive(response.service);
  });
});
