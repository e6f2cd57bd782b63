import { INTAKE_TOPIC, INVESTIGATION_TOPIC, RESPONSE_TOPIC } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countViews } from '@minh-bach/platform';
import {
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, eventually, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider, type PetitionCommand } from '../domain/petition.decider.ts';
import {
  REGISTERED_AT,
  accept,
  classify,
  confirm,
  decline,
  giang,
  khanh,
  received,
  settle,
} from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
  petitionList,
} from './triage-worklist.query.ts';

const numbered = (n: number) => `D26-0000000${n}-0`;
const caseOf = (n: number) => `V26-0000000${n}-0`;
const [CONCLUDED, ISSUED, SECOND, TRANSFERRED, GUIDED, FILED, REFUSED, CALLED] = [
  1, 2, 3, 4, 5, 6, 7, 8,
].map(numbered) as string[];

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await triage.knows(organisation);
  for (let n = 1; n <= 8; n++) {
    const petition = numbered(n);
    // A second complaint goes to the level above.
    const data = { ...received, petition, ...(n === 3 ? { unit: 'KV-MH' } : {}) };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await triage.heard(`triage.petition-${petition}`, 1);
    await does(petition, classify());
  }
  await does(CONCLUDED!, accept({ case: caseOf(1) }));
  await does(ISSUED!, accept({ case: caseOf(2) }));
  const above = { ...accept().jurisdiction!, unit: 'KV-MH' };
  const second = { instance: 2, competentUnit: 'KV-MH', jurisdiction: above } as const;
  await does(SECOND!, accept({ case: caseOf(3), ...second }));
  await does(TRANSFERRED!, settle({ outcome: 'transferred', competentBody: 'UBND' }));
  await does(GUIDED!, settle({ outcome: 'guided', competentBody: 'UBND' }));
  await does(FILED!, settle({ outcome: 'filed' }));
  await does(REFUSED!, settle({ outcome: 'not_accepted' }));
  for (const n of [1, 2])
    await triage.neighbours.tell(INVESTIGATION_TOPIC, caseOf(n), 'CaseConcluded', {
      ...{ case: caseOf(n), petitions: [numbered(n)], kind: 'complaint', unit: 'HQ-SM' },
      ...{ conclusion: 'upheld', instance: 1, receivedOn: '2026-11-18' },
      ...{ concludedOn: '2026-11-20', gist: null },
    });
  await triage.neighbours.tell(RESPONSE_TOPIC, caseOf(2), 'DecisionIssued', {
    ...{ case: caseOf(2), petitions: [ISSUED], unit: 'HQ-SM' },
    ...{ decisionNumber: '12/QĐ-HQSM', issuedOn: '2026-11-20' },
  });
  await triage.heard(`triage.petition-${CONCLUDED}`, 4);
  await triage.heard(`triage.petition-${ISSUED}`, 5);
  await triage.caughtUp();
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function does(petition: string, command: PetitionCommand, actor = giang): Promise<void> {
  const stream = `triage.petition-${petition}`;
  await triage.service.run({
    ...{ decider: petitionDecider, stream, command, context: askedBy(actor) },
  });
  await triage.caughtUp();
}

const ask = async (asked: Partial<TriageWorklistQuery['asked']> & { q?: string }) => {
  const query = new TriageWorklistQuery({ view: 'all', limit: 25, ...asked }, khanh);
  return (await new TriageWorklistHandler(triage.service).execute(query)).items;
};
const numbersOf = async (asked: Parameters<typeof ask>[0]) =>
  (await ask(asked)).map(({ number }) => number);

describe('a petition that is done', () => {
  it('is listed with what became of it', async () => {
    const states = (await ask({})).map(({ number, stateText }) => [number, stateText.vi]);
    expect(Object.fromEntries(states)).toEqual({
      [CONCLUDED!]: 'Đã kết luận',
      [ISSUED!]: 'Đã ban hành quyết định',
      [SECOND!]: 'Đã thụ lý',
      [TRANSFERRED!]: 'Đã chuyển đơn',
      [GUIDED!]: 'Đã hướng dẫn',
      [FILED!]: 'Đã lưu đơn',
      [REFUSED!]: 'Không thụ lý',
      [CALLED!]: 'Đã phân loại, chờ quyết định',
    });
  });

  it.each([
    ['accepted', [SECOND]],
    ['concluded', [CONCLUDED]],
    ['transferred', [TRANSFERRED]],
    ['classified', [CALLED]],
  ] as const)('is found by it: %s', async (state, numbers) =>
    expect(await numbersOf({ state })).toEqual(numbers),
  );
});

it('a second complaint is marked', async () => {
  const second = (await ask({})).filter(({ instance }) => instance === 2);
  expect(second.map(({ number }) => number)).toEqual([SECOND]);
});

describe('the words of a petition that turns out to be a denunciation', () => {
  it('find it no more, its number does', async () => {
    expect(await numbersOf({ q: 'ấn định thuế', view: 'open' })).toEqual([CALLED]);
    await does(CALLED!, classify('denunciation', 'Tố cáo cán bộ'));
    await eventually(async () =>
      expect(await numbersOf({ q: 'ấn định', view: 'open' })).toEqual([]),
    );
    expect(await numbersOf({ q: CALLED! })).toEqual([CALLED]);
  });

  it('find it no more when it was decided before, either', async () => {
    expect(await numbersOf({ q: 'ấn định', state: 'filed' })).toEqual([FILED]);
    await does(FILED!, classify('denunciation', 'Tố cáo cán bộ'));
    await does(FILED!, confirm(), khanh).catch(() => undefined);
    await eventually(async () =>
      expect(await numbersOf({ q: 'ấn định', state: 'filed' })).toEqual([]),
    );
  });
});

describe('what waits for a second person', () => {
  const waiting = async (who = khanh) => {
    const query = new TriageWorklistQuery({ view: 'to-confirm', limit: 25 }, who);
    const { items, total } = await new TriageWorklistHandler(triage.service).execute(query);
    expect(total).toBe(items.length);
    return items.map(({ number }) => number);
  };

  it('is listed for all but who proposed it, until it is answered', async () => {
    expect(await waiting()).toEqual([]);
    await does(CALLED!, classify('complaint', 'Chỉ khiếu nại quyết định'));
    expect(await waiting()).toEqual([CALLED]);
    expect(await waiting(giang)).toEqual([]);
    const counts = await countViews(triage.service, petitionList, ['open', 'to-confirm'], khanh);
    expect(counts.counts).toMatchObject({ 'to-confirm': 1 });
    await does(CALLED!, decline, khanh);
    expect(await waiting()).toEqual([]);
  });

  it('is listed for the first who proposed, where another proposes after them', async () => {
    await does(CALLED!, classify('complaint', 'Chỉ khiếu nại quyết định'), khanh);
    expect(await waiting()).toEqual([]);
    expect(await waiting(giang)).toEqual([CALLED]);
    await does(CALLED!, decline);
  });
});
