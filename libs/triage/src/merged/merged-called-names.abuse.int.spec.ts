import { DomainError, type Actor } from '@minh-bach/kernel';
import { ask, askedBy, expectRebuildsEqualLive } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { classification, correction } from '../commands/index.ts';
import { REGISTERED_AT, giang } from '../triage.fixture.ts';
import { Merging, reason } from './merging.fixture.ts';

const office = new Merging();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
});
afterAll(async () => {
  await office.triage.close();
  await database.drop();
});

const quynh: Actor = { person: 'quynh', role: 'denunciation-officer', unit: 'KV-MH' };
const lan: Actor = { person: 'lan', role: 'classifier', unit: 'HQ-SM' };
const cuc: Actor = { person: 'cuc', role: 'classifier', unit: 'HQ-SM' };
const on = '2026-11-02';
const people = (who: readonly string[]) => ({
  units: [],
  people: who.map((one) => ({ person: one, on })),
});
const call = (number: string, who: readonly string[], over: object = {}) => {
  const named = who.length > 0 ? { respondents: people(who) } : {};
  const body = { kind: 'denunciation', reason: 'Tố cáo', ...named } as const;
  return ask(office.triage.service, classification, number, body, askedBy(giang, over));
};
const correct = (number: string, who: readonly string[], over: object = {}) => {
  const body = { respondentUnit: 'HQ-DG', respondents: people(who), reason };
  return ask(office.triage.service, correction, number, body, askedBy(giang, over));
};
const keepsFrom = async (actor: Actor, numbers: readonly string[]) => {
  const { shield } = office.triage.service;
  return Promise.all(numbers.map((number) => shield.isRespondent(actor, number)));
};
const BOTH = [true, true];
const merged = async (over: object = { respondentUnit: 'HQ-DG' }) => {
  const held = await office.petition(over);
  const both = [await office.petition(over), held] as const;
  await office.merge(...both);
  return both;
};
const namesCuc = async () => {
  const tag = await office.triage.service.shield.tagOf('cuc');
  return { respondentUnit: null, respondents: { units: [], people: [{ tag, on }] } };
};

describe('T1: whoever is named in one of two that are called together is kept from both', () => {
  it.each([0, 1])('where they name somebody, or the call does: number %s', async (which) => {
    const [named, open] = [await merged(await namesCuc()), await merged({ respondentUnit: null })];
    await call(named[which]!, []);
    expect(await keepsFrom(cuc, named)).toEqual(BOTH);
    await call(open[which]!, ['lan', 'quynh']);
    for (const who of [lan, quynh]) expect(await keepsFrom(who, open)).toEqual(BOTH);
    await office.triage.caughtUp();
    await expectRebuildsEqualLive(office.triage.service);
  });

  it('where the unit of the merged one was registered, and the other one is called', async () => {
    const into = await office.petition({ respondentUnit: null });
    const body = { kind: 'complaint', reason: null, respondentUnit: 'HQ-DG' } as const;
    await ask(office.triage.service, classification, into, body, askedBy(giang));
    const both = [await office.petition({ respondentUnit: 'HQ-DG' }), into] as const;
    await office.merge(...both);
    await call(into, ['lan', 'quynh']);
    for (const who of [lan, quynh]) expect(await keepsFrom(who, both)).toEqual(BOTH);
    await expect(office.page(both[0], quynh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([0, 1])('where names are corrected after the call: in number %s', async (which) => {
    const both = await merged();
    await call(both[0], []);
    await correct(both[which]!, ['lan', 'quynh']);
    for (const who of [lan, quynh]) expect(await keepsFrom(who, both)).toEqual(BOTH);
  });

  it('what is taken out of one comes back from no other', async () => {
    const both = await merged();
    await call(both[0], []);
    await correct(both[0], ['lan', 'quynh']);
    await correct(both[0], ['lan']);
    const { shield } = office.triage.service;
    const { people: named } = await shield.protectionOf(both[0]);
    expect(named).toEqual([await shield.tagOf('lan')]);
  });

  it('of which neither was called one, names go nowhere', async () => {
    const both = await merged();
    await correct(both[0], ['lan']);
    const { shield } = office.triage.service;
    expect((await shield.protectionOf(both[1])).everPeople).toEqual([]);
  });
});

describe('T9: what breaks off while the other one is called along', () => {
  /** The first command of this type on this petition fails so. */
  const fails = (code: string, type: string, number: string) => {
    const { service } = office.triage;
    const run = service.run.bind(service);
    service.run = async (asked) => {
      const isIt = (asked.command as { type: string }).type === type;
      if (!isIt || !asked.stream.endsWith(number)) return run(asked);
      service.run = run;
      throw new DomainError(code);
    };
  };
  const again = { commandId: '8f14e45f-ceea-467a-b7a1-1c5d0c2f4b6b' };
  const away = { code: 'STORE_UNAVAILABLE' };

  it.each(['ClassifyPetition', 'AddNames'])(
    'is told, and done when sent again: %s',
    async (type) => {
      const both = await merged({ respondentUnit: null });
      fails(away.code, type, both[1]);
      await expect(call(both[0], ['quynh'], again)).rejects.toMatchObject(away);
      await call(both[0], ['quynh'], again);
      expect(await keepsFrom(quynh, both)).toEqual(BOTH);
    },
  );

  it('so does what is named later', async () => {
    const both = await merged();
    await call(both[0], []);
    fails(away.code, 'AddNames', both[1]);
    await expect(correct(both[0], ['quynh'], again)).rejects.toMatchObject(away);
    await correct(both[0], ['quynh'], again);
    expect(await keepsFrom(quynh, both)).toEqual(BOTH);
  });

  it.each(['ClassifyPetition', 'AddNames'])(
    'so does a merge into one that is called at the same moment: %s',
    async (type) => {
      const open = { respondentUnit: null };
      const into = await office.petition(open);
      const both = [await office.petition(open), into] as const;
      const { service } = office.triage;
      const run = service.run.bind(service);
      service.run = async (asked) => {
        if ((asked.command as { type: string }).type !== 'MergePetition') return run(asked);
        const beforeDecision: typeof asked.beforeDecision = async (loaded) => {
          await asked.beforeDecision?.(loaded);
          service.run = run;
          await call(into, ['quynh']);
          fails(away.code, type, both[0]);
        };
        return run({ ...asked, beforeDecision });
      };
      await expect(office.merge(...both, giang, again)).rejects.toMatchObject(away);
      await office.merge(...both, giang, again);
      expect(await keepsFrom(quynh, both)).toEqual(BOTH);
    },
  );

  it.each(['ClassifyPetition', 'AddNames'])(
    'names that would leave nobody: it is called one without them: %s',
    async (type) => {
      const both = await merged({ respondentUnit: null });
      fails('NOBODY_LEFT', type, both[1]);
      await call(both[0], ['quynh']);
      const { shield } = office.triage.service;
      expect((await shield.protectionOf(both[1])).isDenunciation).toBe(true);
    },
  );
});
