import { INTAKE_TOPIC, type BodyOf, type classifyPetition, type Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { classification, confirmation, correction, declination } from '../commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

const act = (who: string, role: Role, unit = 'HQ-SM'): Actor => ({ person: who, role, unit });
const [giang, lan, thu] = ['giang', 'lan', 'thu'].map((who) => act(who, 'classifier')) as [
  Actor,
  Actor,
  Actor,
];
const khanh = act('khanh', 'head', 'KV-MH');
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let triage: TestService;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'lan', 'thu'].flatMap((who) => [person(who), post(who, 'HQ-SM', ['classifier'])]),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

/** Giang proposes that a denunciation which names nobody is a complaint about these. */
async function proposed(about: Partial<BodyOf<typeof classifyPetition>>): Promise<string> {
  const number = `D26-0000098${(count += 1)}-0`;
  const data = { ...received, declaredKind: 'denunciation', gist: null, respondentUnit: null };
  await triage.neighbours.tell(INTAKE_TOPIC, number, 'PetitionReceived', {
    ...data,
    petition: number,
  });
  await triage.heard(`triage.petition-${number}`, 1);
  const body = { kind: 'complaint', reason: 'Về người này', ...about } as const;
  await ask(triage.service, classification, number, body, askedBy(giang));
  await triage.caughtUp();
  return number;
}
const confirm = (number: string, actor: Actor) =>
  ask(triage.service, confirmation, number, { note: null }, askedBy(actor));
const decline = (number: string, actor: Actor) =>
  ask(triage.service, declination, number, { note: 'Đã đọc' }, askedBy(actor));
const page = (number: string, actor: Actor) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));
const shown = async (number: string, actor: Actor) => (await page(number, actor)).proposed;

describe('T28: a proposal to reclassify that names somebody', () => {
  it.each([
    [
      'whom it names',
      thu,
      { respondents: { units: [], people: [{ person: 'thu', on: '2026-11-02' }] } },
    ],
    ['who heads the unit that it names', khanh, { respondentUnit: 'KV-MH' }],
  ])('is not there for who is named: %s', async (_, actor, about) => {
    const number = await proposed(about);
    await expect(shown(number, actor)).rejects.toMatchObject(notFound);
    for (const answer of [confirm, decline])
      await expect(answer(number, actor)).rejects.toMatchObject(notFound);
    expect(await shown(number, lan)).toMatchObject({ mayAnswer: true, reason: 'Về người này' });
    await confirm(number, lan);
  });

  it('stays kept from them where it is declined, or overtaken by other names', async () => {
    const about = { respondents: { units: [], people: [{ person: 'thu', on: '2026-11-02' }] } };
    const [declined, corrected] = [await proposed(about), await proposed(about)];
    await decline(declined, lan);
    const reason = 'Đọc kỹ lại';
    const others = { respondentUnit: 'HQ-DG', respondents: { units: [], people: [] }, reason };
    await ask(triage.service, correction, corrected, others, askedBy(lan));
    for (const number of [declined, corrected])
      await expect(shown(number, thu)).rejects.toMatchObject(notFound);
    await expect(
      ask(triage.service, correction, declined, others, askedBy(thu)),
    ).rejects.toMatchObject(notFound);
  });

  it('is not taken out of it by a second person who strikes what one took out before', async () => {
    const about = { respondents: { units: [], people: [{ person: 'thu', on: '2026-11-02' }] } };
    const number = await proposed({});
    const words = { respondentUnit: null, reason: 'Đọc kỹ lại' };
    await ask(triage.service, correction, number, { ...words, ...about }, askedBy(lan));
    const nobody = { respondents: { units: [], people: [] } };
    await ask(triage.service, correction, number, { ...words, ...nobody }, askedBy(lan));
    await decline(number, lan);
    const body = { kind: 'complaint', reason: 'Về người này', ...about } as const;
    await ask(triage.service, classification, number, body, askedBy(giang));
    const { corrected } = await page(number, { ...khanh, person: 'khanh' });
    expect(corrected).toBeNull();
  });
});
