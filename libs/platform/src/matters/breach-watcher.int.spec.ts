import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { CommandRunner } from '../commands/command-runner.ts';
import { askedBy } from '../specs/asked-by.ts';
import {
  demoClock,
  demoDecider,
  demoService,
  open,
  type DemoCommand,
  type DemoEvent,
} from '../specs/demo-service.ts';
import { namesPeople } from '../specs/naming.ts';
import { organisation, unit } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { BreachWatcher, type BreachWatcherOptions } from './breach-watcher.ts';
import { BreachNoticeRow } from './matter.entities.ts';

const START = '2026-11-20T02:00:00.000Z';
const END = '2026-11-27T17:00:00.000Z';

let database: TestDatabase;
let services: TestService[];
const one = () => services[0]!;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { databaseUrl: database.url, now: START };
  services = [await startTestService(demoService, options)];
  services.push(await startTestService(demoService, options));
  await one().knows(organisation);
});
afterAll(async () => {
  await Promise.all(services.map((service) => service.close()));
  await database.drop();
});
afterEach(() => setClocks(START));

const setClocks = (now: string) => services.forEach(({ clock }) => clock.set(new Date(now)));

const run = async (number: string, command: DemoCommand) => {
  const { service } = one();
  const stream = `demo.petition-${number}`;
  const context = askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' });
  await service.run({ decider: demoDecider, stream, command, context });
  await one().caughtUp();
};
const openWith = (number: string, endsAt: string, rule = 'R1', where = 'HQ-SM') =>
  run(number, open({ unit: where, clocksStarted: [demoClock(rule, endsAt)] }));

const breachesOf = async (number: string) => {
  const events = await one().events<DemoEvent>(`demo.petition-${number}`);
  return events.flatMap(({ event, metadata }) =>
    event.type === 'DeadlineBreached' ? [{ ...event.data, by: metadata.actor.person }] : [],
  );
};

const lookTwice = async () => {
  for (const _ of [1, 2]) await Promise.all(services.map((each) => each.service.noticeBreaches()));
  await one().caughtUp();
};

describe('a clock that ran out', () => {
  it('is noticed once by however many instances, and the direct superior is told', async () => {
    const number = 'D26-00000001-0';
    await openWith(number, END);
    await lookTwice();
    expect(await breachesOf(number)).toEqual([]);

    setClocks(END);
    await lookTwice();
    expect(await breachesOf(number)).toMatchObject([
      { rule: 'R1', told: { person: 'khanh', unit: 'KV-MH' }, by: 'system:demo' },
    ]);
    const rows = await one().service.rights.dataSource.getRepository(BreachNoticeRow).find();
    expect(rows).toMatchObject([{ matter: number, rule: 'R1', person: 'khanh', unit: 'HQ-SM' }]);
  });

  it('waits while its unit is unknown here, and is noticed once the directory told', async () => {
    const number = 'D26-00000003-0';
    await openWith(number, END, 'R1', 'HQ-NEW');
    setClocks(END);
    await lookTwice();
    expect(await breachesOf(number)).toEqual([]);
    await one().knows([unit('HQ-NEW', 'KV-MH')]);
    await lookTwice();
    expect(await breachesOf(number)).toMatchObject([{ told: { person: 'khanh' } }]);
  });

  it('and was voided is not noticed; started again with its old end, not twice', async () => {
    const number = 'D26-00000004-0';
    const ended = [{ rule: 'R1', how: 'void' as const }];
    await openWith(number, END);
    setClocks(END);
    await lookTwice();
    await run(number, { type: 'Note', data: { text: 'hết', clocksEnded: ended } });
    await run(number, {
      type: 'Note',
      data: { text: 'lại', clocksStarted: [demoClock('R1', END)] },
    });
    await lookTwice();
    expect(await breachesOf(number)).toHaveLength(1);
    expect(await overdue()).toEqual([]);
  });

  it('and starts again with a new end is noticed again', async () => {
    const number = 'D26-00000005-0';
    const later = '2026-12-04T17:00:00.000Z';
    await openWith(number, END);
    setClocks(END);
    await lookTwice();
    await run(number, {
      type: 'Note',
      data: {
        text: 'gia hạn',
        clocksEnded: [{ rule: 'R1', how: 'void' }],
        clocksStarted: [demoClock('R1', later)],
      },
    });
    await lookTwice();
    expect(await breachesOf(number)).toHaveLength(1);
    setClocks(later);
    await lookTwice();
    expect((await breachesOf(number)).map(({ due }) => due)).toEqual(['2026-11-27', '2026-12-04']);
  });

  it('is found in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(one().service);
  });
});

describe('a matter that names the superior', () => {
  it('is told of, when late, to the next one above, whatever it is called', async () => {
    const number = 'D26-00000006-0';
    await openWith(number, '2026-11-28T17:00:00.000Z');
    await namesPeople(one(), number, ['khanh']);
    await one().caughtUp();
    const told: unknown[] = [];
    const late = { now: () => new Date('2026-11-30T17:00:00.000Z') };
    await watcher({
      clock: late,
      notice: async (_, command) => void told.push(command.told),
    }).tick();
    expect(told).toMatchObject([{ person: 'an', unit: 'CHQ' }]);
    const ended = [{ rule: 'R1', how: 'void' as const }];
    await run(number, { type: 'Note', data: { text: 'hết', clocksEnded: ended } });
  });
});

const overdue = async () => {
  const noticed: string[] = [];
  await watcher({ notice: async (stream) => void noticed.push(stream) }).tick();
  return noticed;
};

const watcher = (options: Partial<BreachWatcherOptions>) => {
  const { service, clock: standing } = one();
  return new BreachWatcher({
    service: 'demo',
    rights: service.rights,
    organisation: service.organisation,
    shield: service.shield,
    clock: standing,
    secret: service.secret,
    notice: async () => undefined,
    onError: (error) => {
      throw error;
    },
    ...options,
  });
};

/** Only the watchers below look this late: the services' own clocks stand before it. */
const clock = { now: () => new Date('2026-12-31T17:00:00.000Z') };

describe('many clocks that ran out during a stop', () => {
  const days = [3, 1, 2, 5, 4];
  const number = (day: number) => `D26-0000010${day}-0`;
  const inOrder = [1, 2, 3, 4, 5].map((day) => `demo.petition-${number(day)}`);

  beforeAll(async () => {
    for (const day of days) await openWith(number(day), `2026-12-0${day}T17:00:00.000Z`);
  });

  it('are noticed oldest first', async () => {
    const noticed: string[] = [];
    await watcher({ clock, notice: async (stream) => void noticed.push(stream) }).tick();
    expect(noticed).toEqual(inOrder);
  });

  it('are not looked for in rows of older code, which are replaced first', async () => {
    const { dataSource } = one().service.rights;
    const rights = { dataSource, isCurrent: async () => false };
    const noticed: string[] = [];
    await watcher({ clock, rights, notice: async (stream) => void noticed.push(stream) }).tick();
    expect(noticed).toEqual([]);
  });

  it('are noticed so many at a time, and the rest the next time', async () => {
    const { service } = one();
    const noticed: string[] = [];
    const throttled = watcher({
      clock,
      atMost: 2,
      notice: async (stream, command, context) => {
        noticed.push(stream);
        const now = { ...service.infrastructure, registry: service.registry, clock };
        const runner = new CommandRunner({ ...now, secret: service.secret });
        await runner.run({ decider: demoDecider, stream, command, context });
      },
    });
    for (const soFar of [2, 4, 5, 5]) {
      await throttled.tick();
      await one().caughtUp();
      expect(noticed).toEqual(inOrder.slice(0, soFar));
    }
  });
});

describe('one that cannot be judged', () => {
  it('keeps no other from being noticed, and is reported', async () => {
    await openWith('D26-00000201-0', '2026-12-06T17:00:00.000Z');
    await openWith('D26-00000202-0', '2026-12-07T17:00:00.000Z');
    const seen: string[] = [];
    const errors: unknown[] = [];
    await watcher({
      clock,
      notice: async (stream) => {
        seen.push(stream);
        if (stream.includes('0201')) throw new DomainError('UNKNOWN_EVENT_TYPE');
      },
      onError: (error) => errors.push(error),
    }).tick();
    expect(seen).toEqual(['demo.petition-D26-00000201-0', 'demo.petition-D26-00000202-0']);
    expect(errors).toMatchObject([{ code: 'UNKNOWN_EVENT_TYPE' }]);
  });

  it('does not take the place of others: the oldest is tried again later, and told of once', async () => {
    const errors: [string, number][] = [];
    const seen: string[] = [];
    let now = clock.now();
    const few = watcher({
      clock: { now: () => now },
      atMost: 1,
      notice: async (stream) => {
        seen.push(stream.slice(-10));
        if (stream.includes('0201')) throw new DomainError('UNKNOWN_EVENT_TYPE');
      },
      onError: (error, clocks) => errors.push([(error as DomainError).code, clocks]),
    });
    for (let look = 0; look < 3; look++) await few.tick();
    expect(seen).toEqual(['00000201-0', '00000202-0', '00000202-0']);
    expect(errors).toEqual([['UNKNOWN_EVENT_TYPE', 1]]);
    expect(few.held).toBe(1);
    now = new Date(now.getTime() + 61_000);
    await few.tick();
    expect(seen.at(-1)).toBe('00000201-0');
  });
});
