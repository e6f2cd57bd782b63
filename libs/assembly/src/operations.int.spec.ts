import { until } from './specs/until.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, operationsSchema, type Operations, type Rebuild } from '@minh-bach/contracts';
import { runOperatedServices } from './operated-services.fixture.ts';
import { PETITION, clock } from './operations.fixture.ts';

const STREAM = `intake.petition-${PETITION}`;

let services: Awaited<ReturnType<typeof runOperatedServices>>;

beforeAll(async () => {
  services = await runOperatedServices();
  for (const service of ['triage', 'directory'])
    await until('the service answers', async () => (await get(service)).status === 200);
}, 60_000);
afterAll(() => services.stop());

const get = (service = 'triage') => services.call<Operations>('GET', `/${service}/operations`);
let keys = 0;
const nextKey = () => `operations-${(keys += 1)}`;
const redrive = (body: object, service = 'triage') =>
  services.call('POST', `/${service}/operations/redrive`, { key: nextKey(), body });
const rebuild = (key = nextKey()) =>
  services.call<Rebuild>('POST', '/triage/operations/rebuild', {
    key,
    body: { readModel: 'lists' },
  });

describe('operations', () => {
  it('say in the words of the contract that all is well', async () => {
    await until('the rows have caught up', async () => hasCaughtUp((await get()).body));
    const { body } = await get();
    expect(operationsSchema.parse(body)).toMatchObject({
      service: 'triage',
      messagesFlow: true,
      clocksHeld: 0,
      readModels: {
        rights: { state: 'running', error: null, rebuild: null },
        lists: { state: 'running', error: null, rebuild: null },
      },
      held: [],
      deadLetters: [],
    });
  });

  it.each(ROLES)('are for operators only: %s', async (as) => {
    const answers = [
      await services.call('GET', '/triage/operations', { as }),
      await services.call('POST', '/triage/operations/redrive', { as, key: nextKey(), body: {} }),
      await services.call('POST', '/triage/operations/rebuild', {
        as,
        key: nextKey(),
        body: { readModel: 'lists' },
      }),
    ].map(({ status }) => status);
    expect(answers).toEqual(as === 'operator' ? [200, 200, 202] : [403, 403, 403]);
    await until('the rebuild is over', async () => !rebuilding((await get()).body));
  });

  it('want a key for what they do, and a stream that is one', async () => {
    expect(
      (await services.call('POST', '/triage/operations/rebuild', { body: { readModel: 'lists' } }))
        .status,
    ).toBe(428);
    expect((await services.call('POST', '/triage/operations/redrive', { body: {} })).status).toBe(
      428,
    );
    expect((await redrive({ stream: "x'; --" })).status).toBe(400);
    expect((await redrive({ all: true })).status).toBe(400);
  });
});

const hasCaughtUp = ({ readModels: { rights, lists } }: Operations) =>
  rights.caughtUp && lists.caughtUp;

const rebuilding = ({ readModels: { lists } }: Operations) =>
  lists.rebuild?.phase === 'building' || lists.rebuild?.phase === 'swapping';

describe('a poisoned message', () => {
  it('is shown with the clock that suffers, until an operator redrives it', async () => {
    await services.see(`triage.petition-${PETITION}`, { clocksStarted: [clock] });
    services.patient.poisoned = true;
    await services.see(STREAM);
    await services.see(STREAM);
    const held = async () => (await get()).body.held;
    await until('two messages are held', async () => (await held())[0]?.count === 2);

    expect((await services.call('GET', '/health/ready')).body).toMatchObject({
      status: 'degraded',
      checks: { 'triage messages': 'degraded', 'directory messages': 'up' },
      act: 'operator',
    });
    expect(await held()).toEqual([
      {
        stream: STREAM,
        state: 'parked',
        since: expect.stringMatching(/Z$/),
        code: 'POISON',
        errorId: expect.any(String),
        count: 2,
        matter: PETITION,
        // Not which rule: it would say what kind of matter it is.
        clocks: [{ due: clock.due }],
      },
    ]);

    expect(await redrive({ stream: 'intake.petition-D26-00000000-0' })).toEqual({
      status: 200,
      body: { streams: 0, deadLetters: 0 },
    });
    services.patient.poisoned = false;
    expect(await redrive({ stream: STREAM })).toEqual({
      status: 200,
      body: { streams: 1, deadLetters: 0 },
    });
    await until('nothing is held', async () => (await held()).length === 0);
    expect(services.patient.handled).toBe(2);
  });

  it('leaves a line of who redrove it, where only warnings are kept', () => {
    const said = services.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said).toContainEqual(
      expect.objectContaining({
        msg: 'operator',
        action: 'redrive',
        target: 'triage',
        person: 'operator',
        stream: STREAM,
        streams: 1,
        commandId: expect.any(String),
      }),
    );
  });

  it('is nothing that a service without an inbox could have', async () => {
    expect((await get('directory')).body.held).toEqual([]);
    expect(await redrive({}, 'directory')).toEqual({
      status: 200,
      body: { streams: 0, deadLetters: 0 },
    });
  });
});

describe('a rebuild', () => {
  it('is accepted once it has begun, tells how far it is, and refuses a second one', async () => {
    let open = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (services.patient.waits = resolve));
    services.patient.gate = new Promise((resolve) => (open = resolve));
    const first = rebuild('the-first-key');
    await waiting;

    const second = await rebuild();
    expect(second).toMatchObject({ status: 409, body: { code: 'REBUILD_RUNNING' } });

    services.patient.gate = undefined;
    open();
    const { status, body } = await first;
    expect({ status, phase: body.phase }).toEqual({ status: 202, phase: 'building' });
    await until(
      'the rebuild is done',
      async () => (await get()).body.readModels.lists.rebuild?.phase === 'done',
    );
    const done = (await get()).body.readModels.lists.rebuild;
    expect(done).toMatchObject({ id: body.id, code: null });
    expect(done?.done).toBe(done?.total);
    expect(done?.done).toBeGreaterThan(10);

    // A retry of the request that began it begins no other.
    expect(await rebuild('the-first-key')).toEqual({ status: 202, body: done });
  });

  it('serves the service as before', async () => {
    await until('the rows have caught up', async () => hasCaughtUp((await get()).body));
    expect((await get()).body.readModels).toMatchObject({
      rights: { state: 'running', error: null },
      lists: { state: 'running', error: null },
    });
  });
});
