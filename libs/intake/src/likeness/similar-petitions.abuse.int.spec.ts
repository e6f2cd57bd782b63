import { TRIAGE_TOPIC, type Role } from '@minh-bach/contracts';
import type { Actor, z } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { senderCorrection } from '../correct/correct.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { senderMarks } from '../sender-marks.ts';
import type { PetitionRegistered, senderSchema } from '../domain/petition.events.ts';
import { REGISTERED_AT, denunciation, dung, paper, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from '../petition-page/petition-page.query.ts';

const FIRST = 'D26-00000041-0';
const AGAIN = 'D26-00000042-0';
const ELSEWHERE = 'D26-00000043-0';
const DENOUNCED = 'D26-00000044-0';
const ALIKE = 'D26-00000045-0';
const OTHERS = 'D26-00000046-0';
const CALLED = 'D26-00000047-0';
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const la: Actor = { person: 'la', role: 'receiver', unit: 'HQ-DG' };
type Sender = z.infer<typeof senderSchema>;
const sender = paper.sender as Sender;
const NOTHING = { name: null, address: null, phone: null, email: null, idNumber: null };
const stranger = { ...NOTHING, name: 'Người Khác', phone: '0900000999' };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    person('dung'),
    post('dung', 'HQ-SM', ['receiver']),
    person('la'),
    post('la', 'HQ-DG', ['receiver']),
  ]);
  await registered(FIRST, {});
  // In capitals, without marks, the number with spaces: another way of sending it.
  await registered(AGAIN, {
    sender: { ...sender, name: 'CONG TY THU NGHIEM', phone: '+84 900 000 001', idNumber: null },
    gist: 'Việc khác',
    channel: 'in_person',
  });
  await registered(ELSEWHERE, { unit: 'HQ-DG', respondentUnit: null, gist: 'Gửi nơi khác' });
  await registered(DENOUNCED, { ...denunciation.petition, sender });
  await registered(ALIKE, { sender: stranger, gist: 'Khiếu nại quyết định ấn định thuế lần này' });
  await registered(OTHERS, { sender: { ...NOTHING, name: sender.name }, gist: 'Chưa hoàn tiền' });
  await registered(CALLED, {});
  await intake.neighbours.writes(`triage.petition-${CALLED}`, 'PetitionClassified', {
    kind: 'denunciation',
  });
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function registered(
  petition: string,
  over: Partial<PetitionRegistered['data']>,
): Promise<void> {
  const data = { ...paper, ...over };
  const isDenunciation = data.declaredKind === 'denunciation';
  const { vault } = intake.service.infrastructure;
  const marks = isDenunciation
    ? {}
    : { senderMarks: await senderMarks(vault, data.sender as Sender) };
  const command = register({ ...data, ...marks, petition, receiptHash: petition });
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${petition}`,
    command,
    context: askedBy(data.unit === 'HQ-DG' ? la : dung),
  });
  await intake.caughtUp();
}

const page = (number: string, actor: Actor = dung) =>
  new PetitionPageHandler(intake.service).execute(
    new PetitionPageQuery(number, actor, [actor.role as Role]),
  );
const similar = async (number: string, actor: Actor = dung) =>
  (await page(number, actor)).similar?.map((one) => [one.number, one.sameSender]);

describe('a petition that was sent again', () => {
  it('is found by its sender, however the name and the phone are written, and by its content', async () => {
    expect(await similar(FIRST)).toEqual([
      [AGAIN, true],
      [ALIKE, false],
    ]);
    expect(await similar(AGAIN)).toEqual([[FIRST, true]]);
  });

  it('is not found by a name alone', async () => {
    expect(await similar(OTHERS)).toEqual([]);
  });

  it('is shown in other units only to those who may open it', async () => {
    expect(await similar(FIRST, khanh)).toEqual([[ALIKE, false]]);
    expect(await similar(ELSEWHERE, la)).toEqual([]);
  });

  it('stands in no event in clear, and its marks are told to nobody', async () => {
    const [first] = await intake.events(`intake.petition-${FIRST}`);
    const { senderMarks: marks } = (first!.event as PetitionRegistered).data;
    expect(Object.keys(marks ?? {})).toEqual(['name', 'address', 'phone', 'idNumber']);
    expect(JSON.stringify(first)).not.toContain(sender.phone);
  });
});

describe('Luật Tố cáo Đ.56: a denunciation', () => {
  it('bears no mark of its sender, is like nothing, and nothing is like it', async () => {
    const events = await intake.events(`intake.petition-${DENOUNCED}`);
    expect(events[0]?.event.data).not.toHaveProperty('senderMarks');
    expect(await similar(DENOUNCED)).toEqual([]);
  });

  it('is no hint from the moment that the log calls it one, before messages came', async () => {
    for (const actor of [dung, khanh])
      expect((await similar(FIRST, actor))?.map(([number]) => number)).not.toContain(CALLED);
    expect(await similar(CALLED, khanh)).toEqual([]);
    await intake.neighbours.tell(TRIAGE_TOPIC, CALLED, 'PetitionClassified', {
      ...{ petition: CALLED, kind: 'denunciation' },
    });
    await intake.heard(`intake.petition-${CALLED}`, 2);
    await intake.caughtUp();
    expect(await similar(FIRST)).toHaveLength(2);
  });
});

describe('T31: looking for what is alike', () => {
  it('is cut off after a while, and the page is shown without it', async () => {
    const { dataSource } = intake.service.lists;
    await dataSource.transaction(async (other) => {
      await other.query('LOCK TABLE petition_likeness IN ACCESS EXCLUSIVE MODE');
      expect(await page(FIRST)).toMatchObject({ number: FIRST, similar: null });
    });
    expect(await similar(FIRST)).toHaveLength(2);
  }, 20_000);

  it('compares the words of the newest thousand alone, however many there are', async () => {
    const { dataSource } = intake.service.lists;
    // All newer, of the same kind and unit, in other words.
    await dataSource.query(
      `INSERT INTO petition_likeness (petition, unit, kind, received_on, respondent_unit, words)
       SELECT 'D26-9' || n, unit, kind, received_on + 1, respondent_unit, '{khac}'
         FROM petition_likeness, generate_series(1, 1000) n WHERE petition = $1`,
      [FIRST],
    );
    expect(await similar(FIRST)).toEqual([[AGAIN, true]]);
    await dataSource.query(
      "DELETE FROM petition_likeness WHERE petition LIKE 'D26-9%' AND words = '{khac}'",
    );
    expect(await similar(FIRST)).toHaveLength(2);
  });
});

describe('a corrected sender', () => {
  it('is found by the last word', async () => {
    const body = { ...NOTHING, name: 'Người Khác', phone: '0900 000 999', reason: 'slip' } as const;
    await ask(intake.service, senderCorrection, OTHERS, body, askedBy(dung));
    await intake.caughtUp();
    expect(await similar(ALIKE)).toContainEqual([OTHERS, true]);
    expect(await similar(OTHERS)).toEqual([[ALIKE, true]]);
  });

  it('and all else stands in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(intake.service);
  });
});
