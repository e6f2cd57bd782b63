import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { INTAKE_TOPIC } from '@minh-bach/contracts';
import { createTestDatabase, type TestDatabase, eventually } from '@minh-bach/testing';
import { demoService } from '../specs/demo-service.ts';
import { organisation, person } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

let database: TestDatabase;
let running: TestService;
let release = () => undefined as void;
const NOW = '2026-11-20T02:00:00.000Z';
const RECEIVED = {
  petition: 'D26-48301725-4',
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'enterprise',
  unit: 'HQ-SM',
  receivedOn: '2026-11-18',
  datedOn: null,
  signed: true,
  named: true,
  legible: true,
  language: 'vi',
  respondentUnit: null,
  gist: null,
};

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  release();
  await running.close();
  await database.drop();
});

/** More petitions than are worked on at once. */
const PETITIONS = 20;

/** A service that has taken up messages of petitions, and does not get past them. */
async function stuckAt(name: string, handle: () => Promise<void>): Promise<void> {
  let met = 0;
  running = await startTestService(
    {
      ...demoService,
      name,
      topics: [INTAKE_TOPIC],
      handle: async () => {
        met += 1;
        await handle();
      },
    },
    { databaseUrl: database.url, now: NOW },
  );
  await running.knows(organisation);
  for (let n = 0; n < PETITIONS; n += 1)
    await running.neighbours.tell(INTAKE_TOPIC, `petition-${n}`, 'PetitionReceived', RECEIVED);
  await eventually(async () => expect(met).toBeGreaterThan(0));
}

describe('T26: a right that ends', () => {
  const ends = async () => {
    const hung = () =>
      running.service.organisation.find('http://issuer.test', 'hung', new Date(NOW));
    expect(await hung()).toBeDefined();
    await running.knows([person('hung', { active: false })]);
    expect(await hung()).toBeUndefined();
  };

  it('ends, though messages of another topic fail again and again', async () => {
    await stuckAt('failing', () => Promise.reject(new Error('the database is away')));
    await ends();
  });

  it('ends, though the handler of another topic hangs', async () => {
    const gate = new Promise<void>((resolve) => (release = resolve));
    await stuckAt('hanging', () => gate);
    await ends();
  });
});
