import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import { hashReceiptCode, type Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { disclosureDecider } from '../disclose-identity/disclosure.decider.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, denunciation, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { TrackPetitionHandler, TrackPetitionQuery } from './track-petition.query.ts';

const CODE = 'ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456';
const SECRET_CODE = 'ZBCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456';
const SECRET = 'D26-00000031-0';
const head: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const clerk: Actor = { person: 'phuc', role: 'clerk', unit: 'HQ-SM' };
const above: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const officer: Actor = { person: 'oanh', role: 'denunciation-officer', unit: 'HQ-SM' };
const auditor: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
  for (const [number, command] of [
    [PETITION, register({ receiptHash: hashReceiptCode(CODE) })],
    [
      SECRET,
      register({
        ...denunciation.petition,
        petition: SECRET,
        receiptHash: hashReceiptCode(SECRET_CODE),
      }),
    ],
  ] as const)
    await intake.service.run({
      ...{ decider: petitionDecider, stream: `intake.petition-${number}` },
      ...{ command, context: askedBy(dung) },
    });
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

/** As the log has it after somebody opened it. */
async function open(actor: Actor, purpose: string, at = REGISTERED_AT, matter = PETITION) {
  intake.clock.set(new Date(at));
  const fields = [{ eventId: 'e1', path: '/sender' }];
  await intake.service.run({
    ...{ decider: disclosureDecider, stream: `intake.disclosures-${matter}` },
    command: { type: 'IdentityDisclosed', data: { matter, purpose, fields } },
    context: askedBy(actor),
  });
  await intake.caughtUp();
}
const track = (code = CODE) =>
  new TrackPetitionHandler(intake.service).execute(new TrackPetitionQuery(code));
const lines = async () => (await track()).openings?.items.map(({ on, text }) => `${on} ${text.vi}`);

describe('the holder of a receipt code', () => {
  it('is told the day and the purpose of an opening, once a day, by a kind of body', async () => {
    expect((await track()).openings).toEqual({ items: [], earlier: 0 });
    await open(dung, 'contact-sender');
    await open(dung, 'contact-sender', '2026-11-20T05:00:00.000Z');
    await open(above, 'verify-identity', '2026-11-23T02:00:00.000Z');
    expect(await lines()).toEqual([
      '2026-11-20 Đơn vị đang giữ đơn, để liên hệ với ông/bà',
      '2026-11-23 Đơn vị hải quan khác có trách nhiệm, để xác minh nhân thân của ông/bà',
    ]);
  });

  it('is told nothing of who opened: head, clerk and desk read alike', async () => {
    await open(head, 'contact-sender', '2026-11-24T02:00:00.000Z');
    await open(clerk, 'contact-sender', '2026-11-25T02:00:00.000Z');
    const said = (await lines())?.slice(-2).map((line) => line.slice('2026-11-24 '.length));
    expect(new Set(said).size).toBe(1);
    const answer = JSON.stringify(await track());
    for (const told of ['dung', 'binh', 'phuc', 'khanh', 'T02:', '02:00', '09:00'])
      expect(answer).not.toContain(told);
  });

  it('is told nothing of what supervises or audits, nor that there was any', async () => {
    const before = await track();
    await open(above, 'supervise', '2026-11-25T03:00:00.000Z');
    await open(auditor, 'verify-identity', '2026-11-25T04:00:00.000Z');
    await open(head, 'of-a-later-version', '2026-11-25T05:00:00.000Z');
    expect(await track()).toEqual(before);
  });

  it('T27: is told of no denunciation, and no row keeps it', async () => {
    const before = await track(SECRET_CODE);
    expect(before.openings).toBeNull();
    await open(officer, 'contact-sender', '2026-11-26T02:00:00.000Z', SECRET);
    expect(await track(SECRET_CODE)).toEqual(before);
    await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'PetitionClassified', {
      petition: PETITION,
      kind: 'denunciation',
    });
    await intake.heard(`intake.petition-${PETITION}`, 2);
    await open(head, 'contact-sender', '2026-11-26T03:00:00.000Z');
    expect((await track()).openings).toBeNull();
    const rows: unknown = await intake.service.lists.dataSource.query(
      'SELECT openings FROM petition_tracks',
    );
    expect(rows).toEqual([{ openings: [] }, { openings: [] }]);
  });

  it('has rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(intake.service);
  });
});
