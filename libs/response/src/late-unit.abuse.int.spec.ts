import {
  INVESTIGATION_TOPIC,
  clockOf,
  type BodyOf,
  type issueDecision,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { computeDeadlineData } from '@minh-bach/rules';
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
import { CASE, PETITION, TODAY, concluded, issue } from './response.fixture.ts';
import { issue as issuing, responseCommands } from './commands.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { responseService } from './response.service.ts';

const RECEIVED = '2026-11-18';
const DUE = '2026-11-26';
const clock = {
  ...clockOf(
    computeDeadlineData({ rule: 'KN1.RESOLVE.NORMAL', trigger: RECEIVED, receivedOn: RECEIVED }),
  ),
  ...{ due: DUE, unrolled: DUE, safeDue: DUE },
  ...{ endsAt: `${DUE}T17:00:00.000Z`, safeEndsAt: `${DUE}T17:00:00.000Z` },
};
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
/** A clerk of the late unit, and in a post above it, too. */
const mai: Actor = { person: 'mai', role: 'clerk', unit: 'KV-MH' };
const maiAbove: Actor = { ...mai, unit: 'CHQ' };
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
const [confirming] = responseCommands as unknown as [typeof issuing];

let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows([
    ...organisation,
    person('mai'),
    post('mai', 'KV-MH', ['clerk']),
    post('mai', 'CHQ', ['clerk']),
  ]);
  // Its heads were respondents: the step fell to the unit above.
  const stream = `triage.petition-${PETITION}`;
  const about = { petition: PETITION, unit: 'HQ-SM', respondentUnit: 'HQ-SM' };
  await response.neighbours.writes(stream, 'PetitionTaken', {
    ...about,
    declaredKind: 'denunciation',
  });
  await response.neighbours.writes(stream, 'PetitionClassified', { ...about, kind: 'complaint' });
  const told = { ...concluded, clock };
  await response.neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseConcluded', told);
  await response.heard(`response.case-${CASE}`, 1);
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

const answer = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const confirms = (by: Actor) =>
  answer(ask(response.service, confirming, CASE, { note: null } as never, askedBy(by)));
const waits = async (by: Actor) => {
  const page = new ResponsePageQuery(CASE, by, [by.role as 'head']);
  return (await new ResponsePageHandler(response.service).execute(page)).waiting;
};

describe('T28: a day that makes a delay none, where the step fell to the unit above', () => {
  it('is confirmed above the unit that was late, by nobody who works there', async () => {
    const { signerMaySign: _, type: __, ...body } = issue({ signer: 'khanh', issuedOn: DUE });
    const said = body as BodyOf<typeof issueDecision>;
    await ask(response.service, issuing, CASE, said, askedBy(khanh));
    await response.caughtUp();
    for (const actor of [mai, maiAbove]) expect(await confirms(actor)).toBe('DAY_CONFIRMED_ABOVE');
    expect(await waits(mai)).toMatchObject([{ mayConfirm: false, confirmedBy: { id: 'CHQ' } }]);
    expect(await waits(an)).toMatchObject([{ mayConfirm: true }]);
    expect(await confirms(an)).toBe('done');
  });
});
