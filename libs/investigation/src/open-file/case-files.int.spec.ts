import {
  TRIAGE_TOPIC,
  recordEvidence,
  withdrawItem,
  type CommandDefinition,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrphanSweep, type UseCase } from '@minh-bach/platform';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { StreamableFile } from '@nestjs/common';
import { CasePageHandler, CasePageQuery } from '../case-page/case-page.query.ts';
import { assign, investigationCommands } from '../commands/index.ts';
import {
  CASE,
  OPENED_AT,
  PETITION,
  binh,
  cuc,
  hung,
  lan,
  opened,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';
import { caseFileOpening } from './open-case-file.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const CASE_STREAM = `investigation.case-${CASE}`;
const OPENINGS = `investigation.openings-${CASE}`;

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows(organisation);
  await investigation.neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', opened);
  await investigation.heard(CASE_STREAM, 1);
  await ask(
    investigation.service,
    assign,
    CASE,
    { assignee: 'hung', noConflict: true },
    askedBy(binh),
  );
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

async function upload({ person }: Actor, service = 'investigation'): Promise<string> {
  const content = (async function* () {
    yield await Promise.resolve(PNG);
  })();
  const { uploads } = investigation.service.infrastructure;
  return (await uploads.put(content, { person, service })).id;
}
const useCaseOf = ({ name }: CommandDefinition): UseCase =>
  (investigationCommands as readonly UseCase[]).find(({ definition }) => definition.name === name)!;
const records = (files: readonly string[], over: object = {}, context = askedBy(hung)) =>
  ask(
    investigation.service,
    useCaseOf(recordEvidence),
    CASE,
    {
      ...{ title: 'Kết quả phân tích', obtainedOn: '2026-11-23', text: 'Mẫu số 3' },
      ...{ source: 'Chi cục Kiểm định', files, pages: null, ...over },
    } as never,
    context,
  );
const pageFor = (actor: Actor) =>
  new CasePageHandler(investigation.service).execute(new CasePageQuery(CASE, actor));
const opens = async (actor: Actor, item: number, original = false) => {
  const answer = await ask(
    investigation.service,
    caseFileOpening,
    CASE,
    { item, file: 1, original },
    askedBy(actor),
  );
  const pieces: Buffer[] = [];
  for await (const piece of (answer as StreamableFile).getStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};
const openings = () => investigation.events(OPENINGS);

describe('files of a case', () => {
  it('come with evidence and are numbered; the page tells of them, and neither key nor hash', async () => {
    await records([], { pages: 3 });
    await records([await upload(hung), await upload(hung)]);
    const page = await pageFor(hung);
    expect(page.evidence).toMatchObject([
      { item: 1, folio: { from: 1, to: 3 }, files: [], source: 'Chi cục Kiểm định' },
      {
        item: 2,
        by: { id: 'hung' },
        folio: { from: 4, to: 5 },
        files: [
          { type: 'image/png', folio: { from: 4, to: 4 } },
          { type: 'image/png', folio: { from: 5, to: 5 } },
        ],
        withdrawn: null,
      },
    ]);
    const stored = JSON.stringify(await investigation.events(CASE_STREAM));
    expect(stored).not.toContain('Chi cục Kiểm định');
    expect(JSON.stringify(page)).not.toMatch(/sealed|sha|"key"/);
  });

  it('are answered again to a second try, which cannot claim them any more', async () => {
    const context = askedBy(hung);
    const files = [await upload(hung)];
    const first = await records(files, {}, context);
    expect(await records(files, {}, context)).toMatchObject({
      revision: (first as { revision: number }).revision,
    });
    await expect(records(files)).rejects.toMatchObject({ code: 'UPLOAD_UNKNOWN' });
  });

  it('are not used up by a command that is refused, nor taken by others or from intake', async () => {
    const [own, of, intakes] = [
      await upload(hung),
      await upload(lan),
      await upload(hung, 'intake'),
    ];
    for (const [actor, code] of [
      [lan, 'NOT_THE_ASSIGNEE'],
      [hung, 'DATE_IN_FUTURE'],
    ] as const)
      await expect(
        records([actor === lan ? of : own], { obtainedOn: '2027-01-01' }, askedBy(actor)),
      ).rejects.toMatchObject({ code });
    for (const file of [of, intakes])
      await expect(records([file])).rejects.toMatchObject({ code: 'UPLOAD_UNKNOWN' });
    await expect(records([own], { pages: 2 })).rejects.toMatchObject({ code: 'PAGES_BY_FILES' });
  });

  it('open for the assignee and for heads of the unit, each time with an event before', async () => {
    expect(await openings()).toEqual([]);
    expect((await opens(hung, 2, true)).equals(PNG)).toBe(true);
    expect((await opens(cuc, 2)).length).toBeGreaterThan(0);
    expect(await openings()).toMatchObject([
      {
        event: {
          type: 'CaseFileOpened',
          data: { case: CASE, item: 2, file: 1, folio: { from: 4, to: 4 }, original: true },
        },
        metadata: { actor: { person: 'hung' } },
      },
      { event: { data: { original: false } }, metadata: { actor: { person: 'cuc' } } },
    ]);
    await investigation.caughtUp();
    for (const number of [CASE, PETITION]) {
      const told = await investigation.service.history.of(number, 'case.read', binh);
      expect(told.filter(({ type }) => type === 'CaseFileOpened')).toHaveLength(2);
    }
  });

  it('open for nobody else, and no event says so', async () => {
    const before = (await openings()).length;
    const away: Actor = { ...hung, unit: 'HQ-DG' };
    await expect(opens(lan, 2)).rejects.toMatchObject({ code: 'NOT_THE_ASSIGNEE' });
    await expect(opens(away, 2)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const item of [1, 99])
      await expect(opens(hung, item)).rejects.toMatchObject({ code: 'NOTHING_TO_DISCLOSE' });
    expect(await openings()).toHaveLength(before);
  });

  it('stay with what is withdrawn, which is marked with its reason', async () => {
    const body = { item: 2, reason: 'Ghi nhầm hồ sơ' };
    await ask(investigation.service, useCaseOf(withdrawItem), CASE, body as never, askedBy(hung));
    expect((await pageFor(binh)).evidence[1]).toMatchObject({
      folio: { from: 4, to: 5 },
      withdrawn: { by: { id: 'hung' }, reason: 'Ghi nhầm hồ sơ' },
    });
    expect((await opens(hung, 2)).length).toBeGreaterThan(0);
  });

  it('the sweep of each service keeps what its own events name, and leaves those of others', async () => {
    const { uploads, files } = investigation.service.infrastructure;
    const release = uploads.release.bind(uploads);
    uploads.release = () => Promise.reject(new Error('the database is away'));
    const id = await upload(hung);
    await records([id]);
    uploads.release = release;
    const later = new Date(Date.now() + 25 * 3_600_000);
    expect(await uploads.sweep('intake', later, async () => new Set())).toMatchObject({
      released: 0,
    });
    const sweep = new OrphanSweep(investigation.service, investigationService);
    expect(await sweep.sweep(later.getTime())).toMatchObject({ released: 1 });
    let size = 0;
    for await (const piece of files.read(id)) size += piece.length;
    expect(size).toBeGreaterThan(0);
  });

  it('T4: open no more for a person whom the petition names', async () => {
    const { service, neighbours } = investigation;
    const people = [{ tag: await service.shield.tagOf('hung'), on: '2026-11-02' }];
    const named = { respondentUnit: null, respondents: { units: [], people }, reason: null };
    await neighbours.writes(`triage.petition-${PETITION}`, 'RespondentsCorrected', named);
    const before = (await openings()).length;
    await expect(opens(hung, 2)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await openings()).toHaveLength(before);
  });
});
