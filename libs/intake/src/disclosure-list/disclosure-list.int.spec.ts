import { TRIAGE_TOPIC, type DisclosurePurpose } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceRuntime } from '@minh-bach/platform';
import {
  expectRebuildsEqualLive,
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { identityDisclosure } from '../disclose-identity/disclose-identity.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { DisclosureListHandler, DisclosureListQuery } from './disclosure-list.query.ts';

const [A, B, SECRET, LATE] = [1, 2, 3, 4].map((n) => `D26-0000000${n}-0`) as [
  string,
  string,
  string,
  string,
];
const head = (person: string, unit: string): Actor => ({ person, role: 'head', unit });
const binh = head('binh', 'HQ-SM');
const khanh = head('khanh', 'KV-MH');
const an = head('an', 'CHQ');
const elsewhere = head('nam', 'HQ-DG');

let database: TestDatabase;
let intake: TestService;
let limited: ServiceRuntime;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: '2026-11-20T02:00:00.000Z',
  });
  await intake.knows(organisation);
  const { infrastructure } = intake.service;
  limited = await ServiceRuntime.create(intakeService, {
    ...infrastructure,
    limits: { ...infrastructure.limits, MB_DISCLOSURES_PER_HOUR: 2 },
  });
  for (const petition of [A, B, SECRET, LATE])
    await intake.service.run({
      decider: petitionDecider,
      stream: `intake.petition-${petition}`,
      command: register({ petition, receiptHash: petition }),
      context: askedBy(dung),
    });
  await intake.caughtUp();

  await open(A);
  await open(A);
  await open(A, dung, 'verify-identity');
  await open(B, binh, 'supervise');
  // Friday to Monday.
  at('2026-11-22T17:00:00.000Z');
  await open(A);
  await open(SECRET);
  await expect(open(B)).rejects.toMatchObject({ code: 'DISCLOSURE_LIMIT' });
  // Whom it concerns comes out later.
  await intake.neighbours.writes(`triage.petition-${SECRET}`, 'PetitionClassified', {
    kind: 'denunciation',
  });
  await intake.neighbours.tell(TRIAGE_TOPIC, SECRET, 'PetitionClassified', {
    petition: SECRET,
    kind: 'denunciation',
  });
  await intake.heard(`intake.petition-${SECRET}`, 2);
  at('2026-11-30T02:00:00.000Z');
  await open(A);
  await open(B);
  await expect(open(LATE)).rejects.toMatchObject({ code: 'DISCLOSURE_LIMIT' });
  at('2026-12-07T02:00:00.000Z');
  await open(A);
  await open(B);
  await expect(open(LATE)).rejects.toMatchObject({ code: 'DISCLOSURE_LIMIT' });
  await intake.caughtUp();
});
afterAll(async () => {
  await limited.onApplicationShutdown();
  await intake.close();
  await database.drop();
});

const at = (instant: string) => intake.clock.set(new Date(instant));
const open = (number: string, actor = dung, purpose: DisclosurePurpose = 'contact-sender') =>
  ask(limited, identityDisclosure, number, { purpose }, askedBy(actor));
const list = (actor: Actor, week: string, over: { limit?: number; cursor?: string } = {}) =>
  new DisclosureListHandler(intake.service).execute(
    new DisclosureListQuery({ week, limit: 25, ...over }, actor),
  );
const told = async (actor: Actor, week: string) =>
  (await list(actor, week)).items.map(({ person, number, purpose, opened, refused }) =>
    [person.id, number, purpose, opened, refused].join(' '),
  );

describe('the weekly list', () => {
  const FRIDAY = [
    `binh ${B} supervise 1 0`,
    `dung ${A} contact-sender 2 0`,
    `dung ${A} verify-identity 1 0`,
  ];

  it.each([binh, khanh, an])(
    'tells a head and those above who opened what, himself too',
    async (actor) => {
      expect(await told(actor, '2026-W47')).toEqual(FRIDAY);
    },
  );
  it('tells another branch nothing', async () => {
    expect(await told(elsewhere, '2026-W47')).toEqual([]);
    expect(await told(head('an', 'HQ-XX'), '2026-W47')).toEqual([]);
  });
  it('shows what was refused beyond the limit', async () => {
    expect(await told(binh, '2026-W50')).toEqual([
      `dung ${A} contact-sender 1 0`,
      `dung ${B} contact-sender 1 0`,
      `dung ${LATE} contact-sender 0 1`,
    ]);
  });
  it('has names for people, units and purposes, and nothing of who was looked at', async () => {
    const { items, ...page } = await list(khanh, '2026-W47');
    expect(page).toEqual({
      week: '2026-W47',
      from: '2026-11-16',
      to: '2026-11-22',
      before: '2026-W46',
      after: '2026-W48',
      nextCursor: null,
      total: 3,
    });
    expect(items[0]).toEqual({
      person: { id: 'binh', name: 'Người binh' },
      unit: { id: 'HQ-SM', name: { vi: 'HQ-SM', en: 'HQ-SM' } },
      number: B,
      purpose: 'supervise',
      purposeText: { vi: 'kiểm tra, giám sát', en: 'to supervise' },
      opened: 1,
      refused: 0,
      lastAt: expect.stringMatching(/^2026-11-20T02:00:0/),
    });
    expect(JSON.stringify(items)).not.toContain('Thử Nghiệm');
  });
  it('is read page by page', async () => {
    const first = await list(khanh, '2026-W47', { limit: 2 });
    const rest = await list(khanh, '2026-W47', { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...rest.items]).toEqual((await list(khanh, '2026-W47')).items);
    expect([first.total, rest.total, rest.nextCursor]).toEqual([3, null, null]);
  });
});

describe('a denunciation of the unit that the asker heads', () => {
  it('is not in his list, and neither is a refusal that would let him count it', async () => {
    expect(await told(binh, '2026-W48')).toEqual([`dung ${A} contact-sender 1 0`]);
    expect((await list(binh, '2026-W48')).total).toBe(1);
  });
  it('does not take away a refusal that he can explain by what he sees', async () => {
    expect(await told(binh, '2026-W49')).toEqual([
      `dung ${A} contact-sender 1 0`,
      `dung ${B} contact-sender 1 0`,
      `dung ${LATE} contact-sender 0 1`,
    ]);
  });
  it('is in the list of those above', async () => {
    expect(await told(khanh, '2026-W48')).toEqual([
      `dung ${A} contact-sender 1 0`,
      `dung ${B} contact-sender 0 1`,
      `dung ${SECRET} contact-sender 1 0`,
    ]);
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(intake.service);
});
