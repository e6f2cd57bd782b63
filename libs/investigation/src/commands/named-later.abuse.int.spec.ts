import { EventEmitter, once } from 'node:events';
import { TRIAGE_TOPIC, type CaseOpenedV1 } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  askedBy,
  deputy,
  namesPeople,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, eventually, type TestDatabase } from '@minh-bach/testing';
import { CasePageHandler, CasePageQuery } from '../case-page/case-page.query.ts';
import { cases } from '../cases.ts';
import { does as asked } from '../does.fixture.ts';
import {
  CASE,
  OPENED_AT,
  PETITION,
  approve,
  assign,
  binh,
  evidence,
  hung,
  lan,
  note,
  opened,
  propose,
  sendBack,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';

const SECOND = { case: 'V26-10203041-9', petitions: ['D26-48301726-4'], instance: 2 } as const;
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const cucForBinh: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows([
    ...organisation,
    person('lan'),
    post('lan', 'HQ-SM', ['verifier']),
    deputy('cuc', 'hq-sm.binh', '2026-11-01', '2026-12-31'),
  ]);
  await open({});
  await open({ ...SECOND, petitions: [...SECOND.petitions] });
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

async function open(over: Partial<CaseOpenedV1>): Promise<void> {
  const data = { ...opened, ...over };
  await investigation.neighbours.tell(TRIAGE_TOPIC, data.case, 'CaseOpened', data);
  await investigation.heard(`investigation.case-${data.case}`, 1);
}
const named = (petition: string, ...who: string[]) => namesPeople(investigation, petition, who);
const isKept = async (actor: Actor, number = CASE) => {
  const query = new CasePageQuery(number, actor);
  return (await new CasePageHandler(investigation.service).execute(query)).isKept;
};
const does = (actor: Actor, command: Parameters<typeof asked>[2], number = CASE) =>
  asked(investigation, actor, command, number);

describe('T4: a verifier who is named after the case was assigned to them', () => {
  it('records and proposes nothing in it any more', async () => {
    await does(binh, assign('hung'));
    await does(hung, evidence());
    await named(PETITION, 'hung');
    for (const command of [evidence(), propose()])
      await expect(does(hung, command)).rejects.toMatchObject(notFound);
  });

  it('is told by the page that nothing is theirs to do; others are not', async () => {
    expect(await isKept(hung)).toBe(true);
    expect(await isKept(lan)).toBe(false);
  });

  it('gives it up to another, whom the head assigns', async () => {
    await does(binh, assign('lan'));
    await does(lan, propose());
  });
});

describe('T4: who judges the first complaint, where it names', () => {
  it('the head’s deputy: the head alone', async () => {
    await named(PETITION, 'cuc');
    for (const judge of [approve(), sendBack()])
      await expect(does(cucForBinh, judge)).rejects.toMatchObject(notFound);
    await does(binh, sendBack());
  });

  it('the head: they do in their own post, and nobody in their place', async () => {
    await does(lan, propose());
    await named(PETITION, 'binh');
    const anotherForBinh = { ...cucForBinh, person: 'phuc' };
    await expect(does(anotherForBinh, approve(2))).rejects.toMatchObject(notFound);
    await does(binh, sendBack(2));
  });
});

describe('T4: a second complaint that names the head', () => {
  it('is assigned by the unit above, and not by that head', async () => {
    await named(SECOND.petitions[0], 'binh');
    for (const actor of [binh, cucForBinh])
      await expect(does(actor, assign('lan'), SECOND.case)).rejects.toMatchObject(notFound);
    await does(khanh, assign('lan'), SECOND.case);
  });

  it('has no conclusion of a person approved who was named since they proposed it', async () => {
    await does(lan, propose(), SECOND.case);
    await named(SECOND.petitions[0], 'binh', 'lan');
    const refused = { code: 'PROPOSER_NAMED' };
    await expect(does(khanh, approve(), SECOND.case)).rejects.toMatchObject(refused);
    await does(khanh, sendBack(), SECOND.case);
  });
});

describe('T27: an approval that waits while its petition is called a denunciation', () => {
  it('does not get in', async () => {
    await does(lan, propose());
    const run = jest.spyOn(investigation.service, 'run');
    const gate = new EventEmitter();
    const holding = investigation.service.runner.run({
      decider: cases.decider,
      stream: cases.nameOf(CASE),
      command: note,
      context: askedBy(lan),
      beforeDecision: async () => void (await once(gate, 'open')),
    });
    const approving = expect(does(binh, approve(3))).rejects.toMatchObject(notFound);
    await eventually(async () => expect(run).toHaveBeenCalledTimes(1));
    await investigation.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      kind: 'denunciation',
      before: 'complaint',
      decided: 'accepted',
      reason: null,
    });
    gate.emit('open');
    await holding;
    await approving;
  });
});
