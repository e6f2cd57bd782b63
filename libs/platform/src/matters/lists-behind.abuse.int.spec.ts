import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
import { createTestDatabase, eventually, type TestDatabase } from '@minh-bach/testing';
import { readWorklist } from '../pages/read-worklist.ts';
import { askedBy } from '../specs/asked-by.ts';
import { DemoRow, demoList, demoRowProjection } from '../specs/demo-rows.ts';
import { demoDecider, demoService, open } from '../specs/demo-service.ts';
import { organisation, person, post } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

/** Time for lists that do not wait for rights; those that do use it up. */
const CHANCE_MS = 500;

const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
let database: TestDatabase;
let running: TestService;
let restore = (): void => undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    { ...demoService, entities: [DemoRow], projections: [demoRowProjection] },
    { databaseUrl: database.url, now: '2026-11-20T02:00:00.000Z' },
  );
  await running.knows(organisation);
});
afterEach(async () => {
  restore();
  running.service.rights.start();
  await running.caughtUp();
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const openDenunciation = (number: string) =>
  running.service.run({
    decider: demoDecider,
    stream: `demo.petition-${number}`,
    command: open({ unit: 'HQ-SM', kind: 'denunciation', respondentUnit: 'HQ-SM' }),
    context: askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' }),
  });

const worklistOf = async (actor: Actor) => {
  const { rows, total } = await readWorklist(
    running.service,
    demoList,
    { view: 'all', limit: 20 },
    actor,
  );
  return { numbers: rows.map(({ number }) => number), total };
};

/** What happens between the asking whether all is as new as the log, and the reading. */
function afterAsking(happens: () => Promise<void>): void {
  const { lists, shield } = running.service;
  const [forLists, fresh] = [shield.forLists.bind(shield), lists.fresh.bind(lists)];
  let shielded: Promise<unknown> = Promise.resolve();
  shield.forLists = (asker) => {
    const kept = forLists(asker);
    shielded = kept;
    return kept;
  };
  lists.fresh = async () => {
    await Promise.all([shielded, fresh()]);
    await happens();
  };
  restore = () => Object.assign(shield, { forLists }) && Object.assign(lists, { fresh });
}

describe('T27: rights that are held back', () => {
  it('hold lists back: a new denunciation is in no row and no count of the head whom it names', async () => {
    const { lists, rights, infrastructure } = running.service;
    afterAsking(async () => {
      await rights.stop();
      await openDenunciation('D26-00000001-0');
      const head = await infrastructure.store.head();
      await lists.waitFor(head, { timeoutMs: CHANCE_MS }).catch(() => undefined);
    });
    expect(await worklistOf(binh)).toEqual({ numbers: [], total: 0 });
  });

  it('tell nobody what units they headed before they are as new as the log', async () => {
    const { rights, shield, organisation: people } = running.service;
    await running.knows([person('mai')]);
    await rights.stop();
    await running.neighbours.tellDirectory([post('mai', 'HQ-SM', ['head'])]);
    await eventually(async () =>
      expect(await running.events('demo.directory-post.hq-sm.mai')).toHaveLength(1),
    );
    const asked = shield.forLists('mai');
    // Asked afterwards and answered: so was whatever did not wait.
    expect(await people.unitsEverHeadedBy('mai')).toEqual([]);
    rights.start();
    expect((await asked).parameters.shieldHeaded).toContain('HQ-SM');
  });
});
