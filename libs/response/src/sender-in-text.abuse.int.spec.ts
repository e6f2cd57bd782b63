import { INVESTIGATION_TOPIC, MARK_PURPOSES, markedSize } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { issue as issueUseCase } from './commands.ts';
import { publicationCommands } from './publishing.ts';
import { OPEN_TEXT, TODAY, binh, concluded, issue, phuc } from './response.fixture.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { responseService } from './response.service.ts';

/** 18 words, as many firms have. */
const LONG =
  'Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Xuất nhập khẩu Thủy sản Bình Minh';
const SENDERS = {
  person: { name: 'Nguyễn Văn Ân', phone: '0912345678', address: '12 Bờ Kè, phường Hòa Cường' },
  firm: { name: LONG, idNumber: '0401234567' },
  oneWord: { name: 'Vinasea' },
  older: { name: 'Nguyễn Văn Ân' },
} as const;
type Who = keyof typeof SENDERS;

const [confirm, prepare] = publicationCommands as unknown as [
  typeof issueUseCase,
  typeof issueUseCase,
];
/** Words of one letter, all different, as many as the text may hold. */
const HOSTILE = Array.from({ length: 9_990 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(' ');

let database: TestDatabase;
let response: TestService;
beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows(organisation);
  const { vault } = response.service.infrastructure;
  for (const [i, [who, sender]] of Object.entries(SENDERS).entries()) {
    const petition = `D26-0000001${i}-0`;
    const senderMarks: Record<string, string> = {};
    const senderSizes: Record<string, string> = {};
    for (const [field, text] of Object.entries(sender)) {
      const mark = await vault.blindIndex(MARK_PURPOSES[field as 'name'], text);
      const parts = ['name', 'address'].includes(field) ? text.split(' ') : text;
      senderMarks[field] = mark;
      senderSizes[field] = await vault.blindIndex('size', markedSize(mark, parts.length));
    }
    const marks = who === 'older' ? { senderMarks } : { senderMarks, senderSizes };
    const registered = { petition, declaredKind: 'complaint', unit: 'HQ-SM', ...marks };
    await response.neighbours.writes(
      `intake.petition-${petition}`,
      'PetitionRegistered',
      registered,
    );
    const told = { ...concluded, case: caseOf(who as Who), petitions: [petition] };
    await response.neighbours.tell(INVESTIGATION_TOPIC, told.case, 'CaseConcluded', told);
    await response.heard(`response.case-${told.case}`, 1);
    const { signerMaySign: _, type: __, ...body } = issue();
    await ask(response.service, issueUseCase, told.case, body as never, askedBy(binh));
  }
  await response.caughtUp();
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

const caseOf = (who: Who) => `V26-0000001${Object.keys(SENDERS).indexOf(who)}-0`;
const prepared = (who: Who, text: string, over: object = {}) =>
  ask(response.service, prepare, caseOf(who), { text } as never, askedBy(phuc, over)).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );
/** How many hashes a piece of work makes. */
async function hashesOf(work: () => Promise<unknown>): Promise<number> {
  const made = jest.spyOn(response.service.infrastructure.vault, 'blindIndex');
  try {
    await work();
    return made.mock.calls.length;
  } finally {
    made.mockRestore();
  }
}

describe('a text that tells its sender', () => {
  it.each<[string, Who, string]>([
    ['a name of more than sixteen words', 'firm', `Hủy quyết định đối với ${LONG}.`],
    ['a name of one word', 'oneWord', 'Hủy quyết định đối với Vinasea.'],
    ['the same in small letters', 'oneWord', 'Hủy quyết định đối với vinasea.'],
    ['a number beside another one', 'person', 'Liên hệ: 0912345678 - 0912345679.'],
    ['a number after another one', 'person', 'Liên hệ: 0912345679, 0912345678.'],
    ['a number before a day', 'person', 'Liên hệ 0912345678 (15/11/2026).'],
    ['a number in parts, with its country', 'person', 'Liên hệ (+84) 912.345.678 (15/11/2026).'],
    ['a tax code with a branch', 'firm', 'Mã số thuế 0401 234 567-001.'],
    ['a soft hyphen in a name', 'person', 'Đối với ông Nguyễn V\u00adăn Ân.'],
    ['a word joiner in a number', 'person', 'Liên hệ 0912\u2060345678.'],
    ['wide letters', 'person', 'Đối với ông Ｎｇｕｙễn Văn Ân.'],
    ['an address', 'person', 'Trụ sở tại 12, Bờ Kè; phường Hòa Cường.'],
    ['a name that was marked before sizes were', 'older', 'Đối với ông NGUYEN VAN AN.'],
  ])('is refused: %s', async (_, who, text) => {
    expect(await prepared(who, text)).toBe('SENDER_IN_TEXT');
  });

  it('is none for a word of every day, a longer name, or marks that nothing bears', async () => {
    const lone = `${OPEN_TEXT} \u0301 \u0301`;
    for (const [who, text] of [
      ['oneWord', 'Hủy quyết định của vi na sea.'],
      ['person', 'Nguyễn Văn An Bình; 09123456780.'],
      ['person', lone],
    ] as const)
      expect(await prepared(who, text.replace('Nguyễn Văn An', 'Nguyễn Văn'))).toBe('taken');
  });
});

describe('what it costs to compare', () => {
  it('is nothing for what is refused anyway, or sent again', async () => {
    expect(
      await hashesOf(async () => {
        expect(await prepared('firm', HOSTILE, { ifMatch: 0 })).toBe('REVISION_CHANGED');
        const body = { version: 7, way: null };
        const early = ask(response.service, confirm, caseOf('firm'), body as never, askedBy(binh));
        await expect(early).rejects.toMatchObject({ code: 'NO_PUBLICATION_PENDING' });
      }),
    ).toBe(0);
    const commandId = 'a7d3f6a0-0000-4000-8000-000000000001';
    expect(await prepared('firm', OPEN_TEXT, { commandId })).toBe('taken');
    const again = () => prepared('firm', OPEN_TEXT, { commandId });
    expect(await hashesOf(again)).toBe(0);
    expect(await again()).toBe('taken');
  });

  it('is one hash for each place where a name may begin, and no more', async () => {
    const words = HOSTILE.split(' ').length;
    const made = await hashesOf(async () => expect(await prepared('firm', HOSTILE)).toBe('taken'));
    expect(made).toBeLessThan(words + 300);
  });

  it('is bounded a day, before anything is compared', async () => {
    for (let n = 0; n < 25; n++) await prepared('oneWord', `${OPEN_TEXT} ${n}`);
    const made = await hashesOf(async () =>
      expect(await prepared('oneWord', HOSTILE)).toBe('TOO_OFTEN_TODAY'),
    );
    expect(made).toBe(0);
  });

  it('leaves both who send it and who may not read it where they were', async () => {
    const page = await new ResponsePageHandler(response.service).execute(
      new ResponsePageQuery(caseOf('oneWord'), phuc),
    );
    expect(page.publication).toMatchObject({ last: { version: 20, compared: true } });
  });
});
