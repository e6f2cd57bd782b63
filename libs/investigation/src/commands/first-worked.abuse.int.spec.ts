import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { does } from '../does.fixture.ts';
import {
  CASE,
  OPENED_AT,
  approve,
  assign,
  binh,
  evidence,
  hung,
  opened,
  propose,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';

/** Of the unit above, in posts that they got after the first complaint. */
const above = (id: string, role: Actor['role']): Actor => ({ person: id, role, unit: 'KV-MH' });
const khanh = above('khanh', 'head');
const lan = above('lan', 'verifier');
const laterHead = above('hung', 'head');
const underHung = above('thu', 'head');
const notFound = { code: 'NOT_FOUND' };
const cannotVerify = { code: 'ASSIGNEE_CANNOT_VERIFY' };
const verifier = (id: string, to: string | null = null) => post(id, 'KV-MH', ['verifier'], { to });

let database: TestDatabase;
let investigation: TestService;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = { databaseUrl: database.url, now: OPENED_AT };
  investigation = await startTestService(investigationService, settings);
  await investigation.knows([
    ...organisation,
    ...['lan', 'thu', 'mai', 'oanh'].map((id) => person(id)),
    ...['hung', 'lan'].map((id) => verifier(id)),
    ...['mai', 'oanh'].map((id) => post(id, 'HQ-SM', ['verifier'])),
  ]);
  await tells(CASE, 1, 'HQ-SM');
  await does(investigation, binh, assign('mai'));
  await does(investigation, binh, assign('hung'));
  await does(investigation, hung, evidence());
  await does(investigation, hung, propose('dismissed'));
  await does(investigation, binh, approve());
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

async function tells(number: string, instance: 1 | 2, competentUnit: string) {
  const petitions = [`D26-5500000${count++}-0`];
  const told = { ...opened, case: number, petitions, instance, competentUnit };
  await investigation.neighbours.tell(TRIAGE_TOPIC, number, 'CaseOpened', told);
  await investigation.heard(`investigation.case-${number}`, 1);
}
/** Of the same unit, to the unit above. @returns its number */
async function second(): Promise<string> {
  const number = `V26-5500000${count}-0`;
  await tells(number, 2, 'KV-MH');
  return number;
}

describe('T11, COI6: who verified the first complaint', () => {
  it('is assigned to no second one in a later post, drafts none and records nothing in it', async () => {
    const number = await second();
    await expect(does(investigation, khanh, assign('hung'), number)).rejects.toMatchObject(
      cannotVerify,
    );
    await does(investigation, khanh, assign('lan'), number);
    for (const command of [evidence(), propose()])
      await expect(
        does(investigation, above('hung', 'verifier'), command, number),
      ).rejects.toMatchObject(notFound);
    await does(investigation, lan, propose(), number);
  });

  it('nor is who was assigned to it and replaced', async () => {
    await investigation.knows([post('mai', 'KV-MH', ['verifier'])]);
    await expect(does(investigation, khanh, assign('mai'), await second())).rejects.toMatchObject(
      cannotVerify,
    );
  });

  it('does not judge the second as a head either, nor do the heads under them', async () => {
    await investigation.knows([
      post('khanh', 'KV-MH', ['head'], { leads: true, to: '2026-11-01' }),
      post('hung', 'KV-MH', ['head', 'verifier'], { leads: true }),
      post('thu', 'KV-MH', ['head'], { from: '2025-04-01' }),
    ]);
    const number = await second();
    for (const actor of [laterHead, underHung])
      await expect(does(investigation, actor, assign('lan'), number)).rejects.toMatchObject(
        notFound,
      );
    const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
    await does(investigation, an, assign('lan'), number);
    await does(investigation, lan, propose(), number);
    for (const actor of [laterHead, underHung])
      await expect(does(investigation, actor, approve(), number)).rejects.toMatchObject(notFound);
    await does(investigation, an, approve(), number);
    await investigation.knows([
      post('khanh', 'KV-MH', ['head'], { leads: true }),
      verifier('hung'),
      post('thu', 'KV-MH', ['head'], { from: '2025-04-01', to: '2026-11-01' }),
    ]);
  });

  it('verifies it where nobody else is left who may, and does not judge it then', async () => {
    await investigation.knows([verifier('lan', '2026-11-01')]);
    const number = await second();
    await does(investigation, khanh, assign('hung'), number);
    await does(investigation, above('hung', 'verifier'), propose(), number);
    await does(investigation, khanh, approve(), number);
    await investigation.knows([verifier('lan')]);
    await expect(does(investigation, khanh, assign('hung'), await second())).rejects.toMatchObject(
      cannotVerify,
    );
  });

  it('judges it where nobody is left in the line who worked on no first one', async () => {
    const left = { leads: true, to: '2026-11-01' } as const;
    await investigation.knows([
      post('khanh', 'KV-MH', ['head'], left),
      post('an', 'CHQ', ['head'], left),
      post('hung', 'KV-MH', ['head'], { leads: true }),
    ]);
    const number = await second();
    await does(investigation, laterHead, assign('lan'), number);
  });

  it('is known after a rebuild, too', async () => {
    await expectRebuildsEqualLive(investigation.service);
  });
});
