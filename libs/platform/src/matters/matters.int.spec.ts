import { POLICY, ROLES, reaches, roleFor, type Action } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { contextOfSystem } from '../commands/message-context.ts';
import { someoneOf } from '../specs/asked-by.ts';
import { demoDecider, demoService, open, type DemoCommand } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const D = (n: number) => `D26-0000000${n}-0`;
const OWN = D(1);
const UNKNOWN_UNIT = D(2);
const NO_UNIT = D(3);
const SPLIT = D(4);
const ACCEPTED = D(5);
const OTHER = D(6);
const CASE = 'V26-00000005-0';
const SECOND = 'V26-00000006-0';
const actions = Object.keys(POLICY) as Action[];

let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: '2026-11-20T02:00:00.000Z',
  });
  await running.knows(organisation);
  await run(`demo.petition-${OWN}`, open({ unit: 'HQ-SM' }));
  await run(`demo.petition-${UNKNOWN_UNIT}`, open({ unit: 'HQ-XX' }));
  await run(`demo.petition-${NO_UNIT}`, withoutUnit());
  await run('demo.case-V26-00000001-0', open({ unit: 'HQ-SM', petitions: [SPLIT] }));
  await run('demo.case-V26-00000002-0', open({ unit: 'HQ-DG', petitions: [SPLIT] }));
  await run(`demo.reserved-${SPLIT}`, withoutUnit());
  await run(`demo.before-${ACCEPTED}`, withoutUnit());
  await running.caughtUp();
  await run(`demo.petition-${ACCEPTED}`, open({ case: CASE }));
  await run(`demo.petition-${OTHER}`, open({ case: CASE }));
  await run(`demo.case-${CASE}`, open({ petitions: [ACCEPTED, OTHER] }));
  await run(`demo.case-${SECOND}`, open({ petitions: [ACCEPTED] }));
  await running.caughtUp();
  await run(`demo.after-${ACCEPTED}`, withoutUnit());
  await run(`demo.after-${OTHER}`, withoutUnit());
  await running.caughtUp();
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const run = (stream: string, command: DemoCommand) =>
  running.service.run({
    decider: demoDecider,
    stream,
    command,
    context: contextOfSystem(running.service.secret, 'demo', stream),
  });

function withoutUnit(): DemoCommand {
  const command = open();
  if (command.type !== 'Open') throw new Error('not open');
  const { unit: _, ...data } = command.data;
  return { type: 'Open', data };
}

const streamsOf = (number: string, action: Action, unit: string) =>
  running.service.matters.streamsOf(number, action, someoneOf(unit)).then(
    ({ streams }) => streams.map(({ stream }) => stream),
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'NOT_FOUND' });
      return [];
    },
  );

/** What the scopes of the policy mean for a matter of HQ-SM. */
const REACH = {
  unit: ['HQ-SM'],
  below: ['HQ-SM', 'KV-MH', 'CHQ'],
  under: ['KV-MH', 'CHQ'],
  all: ['HQ-SM', 'HQ-DG', 'KV-MH', 'CHQ', 'HQ-XX', ''],
} as const;

describe('a matter of HQ-SM', () => {
  const units = ['HQ-SM', 'HQ-DG', 'KV-MH', 'CHQ', 'HQ-XX', ''];

  it.each(actions)('by %s is reached by the units of its scope, by nobody else', async (action) => {
    const expected = units.filter((unit) =>
      (REACH[POLICY[action].scope] as readonly string[]).includes(unit),
    );
    const reached = [];
    for (const unit of units)
      if ((await streamsOf(OWN, action, unit)).length > 0) reached.push(unit);
    expect(reached).toEqual(expected);
    for (const unit of units) {
      const asserted = running.service.matters.assertReach(
        `demo.petition-${OWN}`,
        action,
        someoneOf(unit),
      );
      if (expected.includes(unit)) await asserted;
      else await expect(asserted).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

const limited = actions.filter((action) => POLICY[action].scope !== 'all');

describe('what is not known is nobody’s', () => {
  it.each(limited)('by %s', async (action) => {
    for (const unit of ['HQ-SM', 'KV-MH', 'CHQ', '']) {
      for (const number of [UNKNOWN_UNIT, NO_UNIT, D(9)])
        expect(await streamsOf(number, action, unit)).toEqual([]);
      for (const stream of [`demo.petition-${UNKNOWN_UNIT}`, `demo.petition-${NO_UNIT}`, 'demo.x'])
        await expect(
          running.service.matters.assertReach(stream, action, someoneOf(unit)),
        ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('a matter that is worked on by two units', () => {
  it('shows to each its own streams and those of no unit, to their superior all', async () => {
    const own = ['demo.case-V26-00000001-0', `demo.reserved-${SPLIT}`];
    const other = ['demo.case-V26-00000002-0', `demo.reserved-${SPLIT}`];
    expect(await streamsOf(SPLIT, 'petition.read', 'HQ-SM')).toEqual(own);
    expect(await streamsOf(SPLIT, 'petition.read', 'HQ-DG')).toEqual(other);
    expect(await streamsOf(SPLIT, 'petition.read', 'KV-MH')).toHaveLength(3);
  });
});

describe('the case of a petition', () => {
  const case_ = `demo.case-${CASE}`;

  it('has all streams of the petition, those before its opening and those after', async () => {
    expect(await streamsOf(CASE, 'petition.read', 'HQ-SM')).toEqual(
      [
        ...[`demo.before-${ACCEPTED}`, `demo.after-${ACCEPTED}`, `demo.petition-${ACCEPTED}`],
        ...[`demo.after-${OTHER}`, `demo.petition-${OTHER}`, case_],
      ].sort(),
    );
  });
  it('has none of another case, though it is about the same petition', async () => {
    expect(await streamsOf(SECOND, 'petition.read', 'HQ-SM')).not.toContain(case_);
  });
  it('does not show one of its petitions what was done with another', async () => {
    expect(await streamsOf(OTHER, 'petition.read', 'HQ-SM')).toEqual([
      `demo.after-${OTHER}`,
      case_,
      `demo.petition-${OTHER}`,
    ]);
  });
});

describe('the policy', () => {
  it('gives an action to the roles it names, for their own post only', () => {
    for (const action of actions)
      for (const role of ROLES)
        expect(roleFor(action, [role])).toBe(
          (POLICY[action].roles as readonly string[]).includes(role) ? role : undefined,
        );
    expect(actions.filter((action) => roleFor(action, []) !== undefined)).toEqual([]);
  });
  it('keeps what writes to one unit, and urging to the units above', () => {
    expect(POLICY['petition.urge'].scope).toBe('under');
    const writing =
      /^(petition\.(?!read|correct|confirm|call|urge)|case\.(assign|note|record|propose|approve|return)|response\.(?!worklist|confirm))/;
    for (const action of actions.filter((name) => writing.test(name)))
      expect([action, POLICY[action].scope]).toEqual([action, 'unit']);
  });
  it('reaches downwards, never up or across', () => {
    for (const action of limited) {
      expect(reaches(action, 'HQ-SM', 'KV-MH', ['CHQ'])).toBe(false);
      expect(reaches(action, 'HQ-DG', 'HQ-SM', ['KV-MH', 'CHQ'])).toBe(false);
    }
  });
});

it('the rows of matters are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(running.service);
});
