import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
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
import { call } from '../commands/index.ts';
import { REGISTERED_AT, giang, khanh, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import { about, namesIn } from './names.fixture.ts';

const DENOUNCED = 'D26-00000091-0';
const COMPLAINT = 'D26-00000092-0';
const REMOVED = 'D26-00000093-0';
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const hoa: Actor = { person: 'hoa', role: 'classifier', unit: 'HQ-SM' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'hoa', 'ha', 'nam'].map((id) => person(id)),
    post('giang', 'HQ-SM', ['classifier']),
    post('hoa', 'HQ-SM', ['classifier']),
    post('ha', 'CHQ', ['auditor']),
  ]);
  const denunciation = { declaredKind: 'denunciation', gist: null };
  for (const [petition, over] of [
    [DENOUNCED, denunciation],
    [COMPLAINT, {}],
    [REMOVED, {}],
  ] as const) {
    const data = { ...received, ...over, respondentUnit: null, petition };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await triage.heard(`triage.petition-${petition}`, 1);
  }
  await triage.caughtUp();
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

const { correct, strike, page } = namesIn(() => triage);

describe('T27: a head who was named in a denunciation in error', () => {
  it('stays kept out by a correction of one person', async () => {
    await correct(DENOUNCED, giang, about(['khanh'], ['HQ-DG']));
    await expect(strike(DENOUNCED, hoa)).resolves.toBeUndefined();
    await expect(page(DENOUNCED, khanh)).rejects.toMatchObject(notFound);
    await correct(DENOUNCED, giang, about([], ['HQ-DG']));
    await expect(page(DENOUNCED, khanh)).rejects.toMatchObject(notFound);
  });

  it('is shown to a second person as one to strike out, and to nobody else as that', async () => {
    expect((await page(DENOUNCED, hoa)).corrected).toMatchObject({
      by: { id: 'giang' },
      people: [{ id: 'khanh' }],
    });
  });

  it('is not struck out by the person who corrected it, nor by themselves, nor by an auditor', async () => {
    await expect(strike(DENOUNCED, giang)).rejects.toMatchObject({ code: 'CORRECTED_BY_ONESELF' });
    for (const actor of [khanh, ha])
      await expect(strike(DENOUNCED, actor)).rejects.toMatchObject(notFound);
  });

  it('sees it again once another person confirmed; those who are named do not', async () => {
    await strike(DENOUNCED, hoa);
    expect(await page(DENOUNCED, khanh)).toMatchObject({ kind: 'denunciation', corrected: null });
    await expect(page(DENOUNCED, nam)).rejects.toMatchObject(notFound);
    await expect(strike(DENOUNCED, hoa)).rejects.toMatchObject({ code: 'NOTHING_TO_STRIKE' });
  });

  it('is not struck out by an earlier correction, once a later word names somebody else', async () => {
    await correct(DENOUNCED, giang, about(['khanh'], ['HQ-DG']));
    await correct(DENOUNCED, hoa, about([], ['HQ-DG']));
    await expect(strike(DENOUNCED, hoa)).rejects.toMatchObject({ code: 'CORRECTED_BY_ONESELF' });
    await strike(DENOUNCED, giang);
    expect(await page(DENOUNCED, khanh)).toMatchObject({ corrected: null });
  });
});

describe('T27: respondents of a complaint that may be called a denunciation', () => {
  it('strike out nobody, and correct nothing', async () => {
    await correct(COMPLAINT, giang, about(['binh', 'hoa']));
    await correct(COMPLAINT, giang, about(['hoa']));
    for (const actor of [binh, hoa])
      await expect(strike(COMPLAINT, actor)).rejects.toMatchObject(notFound);
    await expect(correct(COMPLAINT, binh, about(['giang']))).rejects.toMatchObject(notFound);
    await ask(triage.service, call, COMPLAINT, { reason: 'Tố cáo' }, askedBy(khanh));
    await triage.caughtUp();
    for (const actor of [binh, hoa])
      await expect(page(COMPLAINT, actor)).rejects.toMatchObject(notFound);
  });
});

describe('T27: a name that a person took out who is named since', () => {
  it('is not struck out after a correction of somebody else that did not bring it back', async () => {
    await correct(REMOVED, giang, about(['binh', 'nam']));
    await correct(REMOVED, hoa, about(['nam']));
    await correct(REMOVED, giang, about(['hoa', 'nam'], ['HQ-SM']));
    expect(await page(REMOVED, khanh)).toMatchObject({ corrected: null });
    await expect(strike(REMOVED, khanh)).rejects.toMatchObject({ code: 'NOTHING_TO_STRIKE' });
  });

  it('is struck out once two others brought it back, took it out and confirmed', async () => {
    await correct(REMOVED, giang, about(['binh', 'hoa', 'nam'], ['HQ-SM']));
    await correct(REMOVED, giang, about(['hoa', 'nam'], ['HQ-SM']));
    expect((await page(REMOVED, khanh)).corrected).toMatchObject({ people: [{ id: 'binh' }] });
    await strike(REMOVED, khanh);
    expect(await page(REMOVED, khanh)).toMatchObject({ corrected: null });
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(triage.service);
});
