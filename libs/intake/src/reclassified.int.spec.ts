import { TRIAGE_TOPIC, type PetitionKind } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { denouncerDisclosure, identityDisclosure } from './disclose-identity/disclose-identity.ts';
import { petitionDecider } from './domain/petition.decider.ts';
import type { PetitionRegistered } from './domain/petition.events.ts';
import { IntakeHistoryController } from './intake-history.ts';
import { PETITION, REGISTERED_AT, dung, paper, register } from './intake.fixture.ts';
import { intakeService } from './intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from './petition-page/petition-page.query.ts';

const GIST = paper.gist!;
const SUMMARY = 'Đề nghị hủy quyết định';
/** Appointed in the unit, and in the one above. */
const oanh: Actor = { person: 'oanh', role: 'denunciation-officer', unit: 'HQ-SM' };
const quyen: Actor = { ...oanh, person: 'quyen', unit: 'KV-MH' };
const giang: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };

let database: TestDatabase;
let intake: TestService;
let events = 1;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${PETITION}`,
    command: register(),
    context: askedBy(dung),
  });
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function classified(kind: PetitionKind): Promise<void> {
  const data = { petition: PETITION, kind };
  // Triage says it in its own stream, by which the words are kept, and tells of it by a message.
  await intake.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', { kind });
  await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'PetitionClassified', data);
  await intake.heard(`intake.petition-${PETITION}`, (events += 1));
}

const page = (actor: Actor) =>
  new PetitionPageHandler(intake.service).execute(new PetitionPageQuery(PETITION, actor));
const history = async (actor: Actor, asOf?: string) => {
  const controller = new IntakeHistoryController(intake.service);
  const asked = asOf === undefined ? {} : { asOf };
  return (await controller.history(PETITION, asked, actor, undefined)).entries;
};
const said = async (actor: Actor, asOf?: string) =>
  (await history(actor, asOf))
    .find(({ type }) => type === 'PetitionRegistered')
    ?.changes.filter(({ label }) => ['Gist', 'Content'].includes(label.en));
const PURPOSE = { purpose: 'verify-identity' } as const;
const disclosed = (actor: Actor) =>
  ask(intake.service, identityDisclosure, PETITION, PURPOSE, askedBy(actor));
const disclosedAsDenunciation = (actor: Actor) =>
  ask(intake.service, denouncerDisclosure, PETITION, PURPOSE, askedBy(actor));
const fieldsOpened = async () =>
  (await intake.events(`intake.disclosures-${PETITION}`)).map(({ event }) =>
    (event.data as { fields: { path: string }[] }).fields.map(({ path }) => path),
  );

describe('a complaint', () => {
  it('shows its gist, and its summary with the page', async () => {
    expect(await page(dung)).toMatchObject({ gist: GIST, summary: SUMMARY });
    expect(await said(dung)).toMatchObject([{ value: GIST }, { closed: 'working' }]);
    expect((await disclosed(dung)).statement).toBeNull();
    expect(await fieldsOpened()).toEqual([['/sender', '/file/name']]);
  });
});

describe('once it is classified as a denunciation', () => {
  beforeAll(async () => {
    intake.clock.set(new Date('2026-11-20T03:00:00.000Z'));
    await classified('denunciation');
  });

  it.each([dung, giang, khanh, ha])(
    'its content is on no page and in no history',
    async (actor) => {
      expect(await page(actor)).toMatchObject({ gist: null, summary: null });
      const shown = JSON.stringify([await page(actor), await history(actor)]);
      for (const secret of [GIST, SUMMARY]) expect(shown).not.toContain(secret);
      for (const asOf of [undefined, '2026-11-20T02:30:00.000Z'])
        expect(await said(actor, asOf)).toEqual([
          { label: { vi: 'Trích yếu', en: 'Gist' }, value: null, closed: 'identity' },
          { label: { vi: 'Nội dung', en: 'Content' }, value: null, closed: 'identity' },
        ]);
    },
  );

  it.each([dung, giang, khanh])('T27: its sender and words open to no $role', async (actor) => {
    const before = await fieldsOpened();
    await expect(disclosed(actor)).rejects.toMatchObject({
      code: expect.stringMatching(/DENUNCIATION_SEALED|NOT_FOUND/),
    });
    expect(await fieldsOpened()).toEqual(before);
  });

  it.each([oanh, quyen])('they open to $person, who is appointed, on the record', async (actor) => {
    expect((await disclosedAsDenunciation(actor)).statement).toBe(SUMMARY);
    expect((await fieldsOpened()).at(-1)).toEqual(['/sender', '/summary', '/file/name']);
  });

  it('the log keeps the truth', async () => {
    const [first] = await intake.events<PetitionRegistered>(`intake.petition-${PETITION}`);
    expect(first?.event.data.gist).toBe(GIST);
  });
});

it('T28: a classification that is taken back opens nothing that was sealed', async () => {
  await classified('complaint');
  expect(await page(dung)).toMatchObject({ gist: null, summary: null });
  expect(await said(dung)).toMatchObject([{ closed: 'identity' }, { closed: 'identity' }]);
  await expect(disclosed(dung)).rejects.toMatchObject({ code: 'DENUNCIATION_SEALED' });
  expect((await disclosedAsDenunciation(oanh)).statement).toBe(SUMMARY);
});
