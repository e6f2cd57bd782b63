import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  deputy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { call, classification, confirmation, settlement } from '../commands/index.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, giang, khanh, received, settle } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import { about, namesIn } from './names.fixture.ts';

const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const forBinh: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
const [hoa, lan] = ['hoa', 'lan'].map((who): Actor => ({
  person: who,
  role: 'classifier',
  unit: 'HQ-SM',
})) as [Actor, Actor];
const denunciation = { declaredKind: 'denunciation', gist: null };
const notFound = { code: 'NOT_FOUND' };
const byOneself = { code: 'CORRECTED_BY_ONESELF' };

let database: TestDatabase;
let triage: TestService;
let count = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'hoa', 'lan', 'nam'].map((id) => person(id)),
    ...['giang', 'hoa', 'lan'].map((id) => post(id, 'HQ-SM', ['classifier'])),
    post('nam', 'HQ-DG', ['head']),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function petition(over: object = {}): Promise<string> {
  const number = `D26-${String((count += 1)).padStart(8, '0')}-0`;
  const data = { ...received, respondentUnit: null, ...over, petition: number };
  await triage.neighbours.tell(INTAKE_TOPIC, number, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${number}`, 1);
  await triage.caughtUp();
  return number;
}

const { correct, strike, page } = namesIn(() => triage);

describe('T27: who took a name out of a denunciation', () => {
  it('does not strike it out, also after a correction of somebody else', async () => {
    const number = await petition(denunciation);
    await correct(number, giang, about(['khanh'], ['HQ-DG']));
    await strike(number, hoa);
    await correct(number, giang, about([], ['HQ-DG']));
    await correct(number, hoa, about(['nam'], ['HQ-DG']));
    expect((await page(number, hoa)).corrected).toMatchObject({
      by: { id: 'giang' },
      people: [{ id: 'khanh' }],
    });
    await expect(strike(number, giang)).rejects.toMatchObject(byOneself);
    await expect(page(number, khanh)).rejects.toMatchObject(notFound);
    await strike(number, hoa);
    expect(await page(number, khanh)).toMatchObject({ kind: 'denunciation' });
  });

  it('does not let in the heads of the unit that received it, by naming somebody first', async () => {
    const number = await petition(denunciation);
    await correct(number, giang, about([], ['HQ-DG']));
    await correct(number, hoa, about(['nam'], ['HQ-DG']));
    await expect(strike(number, giang)).rejects.toMatchObject(byOneself);
    await expect(page(number, binh)).rejects.toMatchObject(notFound);
    await strike(number, hoa);
    expect(await page(number, binh)).toMatchObject({ kind: 'denunciation' });
  });

  it('does not let them in by naming nobody first: the next person who names somebody took nobody out', async () => {
    const number = await petition({ ...denunciation, respondentUnit: 'HQ-SM' });
    await correct(number, giang, about([]));
    await correct(number, hoa, about(['nam']));
    expect((await page(number, hoa)).corrected).toMatchObject({ by: { id: 'giang' } });
    await expect(strike(number, giang)).rejects.toMatchObject(byOneself);
    await expect(page(number, binh)).rejects.toMatchObject(notFound);
    await strike(number, hoa);
    expect(await page(number, binh)).toMatchObject({ kind: 'denunciation' });
  });

  it('does not by naming nobody either, where a classification names the next', async () => {
    const number = await petition({ ...denunciation, respondentUnit: 'HQ-SM' });
    await correct(number, giang, about([]));
    const body = { kind: 'denunciation', reason: null, respondents: about(['nam']) } as const;
    await ask(triage.service, classification, number, body, askedBy(hoa));
    await triage.caughtUp();
    await expect(strike(number, giang)).rejects.toMatchObject(byOneself);
    await expect(page(number, binh)).rejects.toMatchObject(notFound);
  });

  it('counts for nobody where they deputised, since it was received, for whom they took out', async () => {
    const mai: Actor = { ...lan, person: 'mai' };
    await triage.knows([person('mai'), post('mai', 'HQ-SM', ['classifier'])]);
    const deputised = (day: string) => triage.knows([deputy('mai', 'hq-sm.binh', day, day)]);
    const takenOut = async () => {
      const number = await petition({ ...denunciation, respondentUnit: 'HQ-DG' });
      await correct(number, giang, about(['binh'], ['HQ-DG']));
      await correct(number, mai, about([], ['HQ-DG']));
      return number;
    };
    await deputised('2026-11-17');
    const before = await takenOut();
    await strike(before, hoa);
    expect(await page(before, binh)).toMatchObject({ kind: 'denunciation' });
    const since = await takenOut();
    await deputised('2026-11-19');
    await expect(correct(since, mai, about([], ['HQ-DG']))).rejects.toMatchObject(notFound);
    await expect(strike(since, hoa)).rejects.toMatchObject({ code: 'NOTHING_TO_STRIKE' });
  });

  it.each([
    ['a head', binh],
    ['the deputy of a head', forBinh],
  ])(
    '%s who took out their own unit of a complaint, and is kept from it since',
    async (_, actor) => {
      const number = await petition({ respondentUnit: 'HQ-SM' });
      await correct(number, actor, about([]));
      await correct(number, hoa, about(['nam']));
      await ask(triage.service, call, number, { reason: 'Tố cáo' }, askedBy(hoa));
      await triage.caughtUp();
      expect((await page(number, giang)).corrected).toBeNull();
      await expect(strike(number, giang)).rejects.toMatchObject({ code: 'NOTHING_TO_STRIKE' });
      await expect(page(number, binh)).rejects.toMatchObject(notFound);
    },
  );

  it('does not let them in by a proposal that somebody else confirms', async () => {
    const number = await petition(denunciation);
    const body = { kind: 'complaint', reason: 'Đọc kỹ', respondents: about(['nam']) } as const;
    await ask(triage.service, classification, number, body, askedBy(giang));
    await triage.caughtUp();
    await ask(triage.service, confirmation, number, { note: null }, askedBy(hoa));
    await triage.caughtUp();
    await expect(strike(number, giang)).rejects.toMatchObject(byOneself);
    await expect(page(number, binh)).rejects.toMatchObject(notFound);
  });

  it('of a name that nobody is known to have taken out: it stays', async () => {
    const number = await petition();
    for (const names of [about(['binh']), about(['nam'])]) {
      const body = { kind: 'complaint', reason: null, respondents: names } as const;
      await ask(triage.service, classification, number, body, askedBy(giang));
      await triage.caughtUp();
    }
    await correct(number, giang, about(['nam'], ['HQ-SM']));
    await expect(strike(number, hoa)).rejects.toMatchObject({ code: 'NOTHING_TO_STRIKE' });
    expect(await triage.service.shield.names('binh', number)).toBe(true);
  });

  it('has no second person in their deputy of that day, in a post of their own either', async () => {
    const number = await petition(denunciation);
    await correct(number, giang, about(['khanh'], ['HQ-DG']));
    await correct(number, giang, about([], ['HQ-DG']));
    const acts = deputy('hoa', 'hq-sm.giang', '2026-11-01', '2026-12-31');
    await triage.knows([acts]);
    for (const actor of [hoa, { ...lan, deputyFor: 'giang' }])
      await expect(strike(number, actor)).rejects.toMatchObject(byOneself);
    await triage.knows([{ ...acts, revoked: true }]);
    await expect(strike(number, hoa)).rejects.toMatchObject(byOneself);
    await strike(number, lan);
    expect(await page(number, khanh)).toMatchObject({ kind: 'denunciation' });
  });
});

describe('T4: a person whom a complaint names', () => {
  it('changes nothing of whom it names, nor does the deputy of one', async () => {
    const number = await petition();
    await correct(number, giang, about(['binh', 'lan']));
    for (const actor of [lan, binh, forBinh]) {
      expect((await page(number, actor)).isKept).toBe(true);
      await expect(correct(number, actor, about(['giang']))).rejects.toMatchObject(notFound);
    }
    expect((await page(number, hoa)).isKept).toBe(false);
    const body = { kind: 'complaint', reason: null, respondents: about([], ['HQ-DG']) } as const;
    const classified = ask(triage.service, classification, number, body, askedBy(binh));
    await expect(classified).rejects.toMatchObject(notFound);
    await ask(
      triage.service,
      classification,
      number,
      { kind: 'complaint', reason: null },
      askedBy(binh),
    );
  });

  it('has proposed nothing that a second person confirms afterwards', async () => {
    const number = await petition(denunciation);
    const classified = { kind: 'denunciation', reason: null } as const;
    await ask(triage.service, classification, number, classified, askedBy(giang));
    const filed = { outcome: 'filed', competentBody: null, reason: 'Không rõ' } as const;
    await ask(triage.service, settlement, number, filed, askedBy(lan));
    await triage.caughtUp();
    await correct(number, giang, about(['lan'], ['HQ-DG']));
    const confirmed = ask(triage.service, confirmation, number, { note: null }, askedBy(hoa));
    await expect(confirmed).rejects.toMatchObject({ code: 'PROPOSER_NAMED' });
  });
});

describe('T35: what the deputy of a head proposed, who is named since', () => {
  it.each(['filed', 'complaint'] as const)('is not confirmed: %s', async (what) => {
    const number = await petition(denunciation);
    const body = { kind: 'denunciation', reason: null, respondents: about(['lan']) } as const;
    await ask(triage.service, classification, number, body, askedBy(giang));
    await triage.caughtUp();
    const forKhanh: Actor = { person: 'vinh', role: 'head', unit: 'KV-MH', deputyFor: 'khanh' };
    // The head above would handle it where nobody of the unit may; the deciding stream is what counts.
    await triage.service.run({
      decider: petitionDecider,
      stream: `triage.petition-${number}`,
      command:
        what === 'filed'
          ? settle()
          : { type: 'ClassifyPetition', kind: what, reason: 'Không tố cáo ai' },
      context: askedBy(forKhanh),
    });
    await correct(number, giang, about(['khanh', 'lan']));
    const confirmed = ask(triage.service, confirmation, number, { note: null }, askedBy(hoa));
    await expect(confirmed).rejects.toMatchObject({ code: 'PROPOSER_NAMED' });
  });
});

describe('T27: a head whom a complaint may be about, since it names nobody', () => {
  it('does not take themselves out by naming somebody else', async () => {
    const number = await petition();
    const refused = { code: 'TAKES_ONESELF_OUT' };
    for (const actor of [binh, forBinh])
      await expect(correct(number, actor, about(['nam']))).rejects.toMatchObject(refused);
    const body = { kind: 'complaint', reason: null, respondentUnit: 'HQ-DG' } as const;
    const classified = ask(triage.service, classification, number, body, askedBy(binh));
    await expect(classified).rejects.toMatchObject(refused);
    await ask(triage.service, call, number, { reason: 'Tố cáo' }, askedBy(hoa));
    await triage.caughtUp();
    await expect(page(number, binh)).rejects.toMatchObject(notFound);
  });

  it('says that it is about their own unit; a classifier names whomever it is about', async () => {
    const number = await petition();
    const body = { kind: 'complaint', reason: null, respondentUnit: 'HQ-SM' } as const;
    await ask(triage.service, classification, number, body, askedBy(binh));
    await correct(await petition(), giang, about(['nam']));
  });
});

describe('T27: names in a proposal', () => {
  const proposes = { kind: 'complaint', reason: 'Đọc kỹ', respondents: about(['nam'], ['HQ-DG']) };

  it('are shown to the person who confirms, as what goes on record', async () => {
    const number = await petition(denunciation);
    await ask(triage.service, classification, number, proposes as never, askedBy(giang));
    await triage.caughtUp();
    expect((await page(number, lan)).proposed?.names).toMatchObject({
      units: [{ id: 'HQ-DG' }],
      people: [{ id: 'nam' }],
    });
    await ask(triage.service, confirmation, number, { note: null }, askedBy(lan));
    const { units, people } = (await page(number, lan)).respondents;
    expect([units, people]).toMatchObject([[{ id: 'HQ-DG' }], [{ id: 'nam' }]]);
  });

  it('are not, once a correction named somebody: that one counts', async () => {
    const number = await petition(denunciation);
    await ask(triage.service, classification, number, proposes as never, askedBy(giang));
    await triage.caughtUp();
    await correct(number, giang, about(['khanh']));
    expect((await page(number, hoa)).proposed).toMatchObject({ names: null });
  });
});
