import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { acceptance, classification, correction, striking } from '../commands/index.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

/** Somebody whom nobody here knows. */
const TAGGED = { tag: 'x'.repeat(43), on: '2026-11-02' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await triage.knows(organisation);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

/** A complaint of the post's decision, as it came to a unit: classified, then accepted by it. */
async function accepted(
  petition: string,
  unit: string,
  instance: 1 | 2,
  respondentUnit: string | null,
) {
  const actor: Actor = { person: 'giang', role: 'classifier', unit };
  await classified(petition, actor, respondentUnit);
  const { events } = await accept(petition, unit, instance, actor);
  return events[0]?.event.data;
}

function accept(petition: string, competentUnit: string, instance: 1 | 2, actor: Actor) {
  const body = { instance, competentUnit, conditionsMet: true, reason: 'đã xem xét' } as const;
  return ask(triage.service, acceptance, petition, body, askedBy(actor));
}

async function classified(
  petition: string,
  actor: Actor,
  respondentUnit: string | null = 'HQ-SM',
  over: Partial<typeof received> = {},
  names?: string,
): Promise<void> {
  const data = { ...received, petition, unit: actor.unit, respondentUnit, ...over };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
  const body = {
    kind: 'complaint',
    reason: null,
    ...(names && { respondentUnit: names }),
  } as const;
  await ask(triage.service, classification, petition, body, askedBy(actor));
}

describe('acceptances at once', () => {
  it('open one case, and reserve its number alone', async () => {
    const petition = 'D26-00000021-0';
    const actor: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };
    await classified(petition, actor);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, () => accept(petition, 'HQ-SM', 1, actor)),
    );
    const opened = outcomes.flatMap((each) => (each.status === 'fulfilled' ? each.value.case : []));
    expect(opened).toHaveLength(1);
    await triage.caughtUp();
    const links = await triage.service.rights.dataSource.query<{ matter: string }[]>(
      `SELECT DISTINCT o.matter FROM matter_streams o JOIN matter_streams p USING (stream)
        WHERE p.matter = $1 AND o.matter LIKE 'V%'`,
      [petition],
    );
    expect(links).toEqual([{ matter: opened[0] }]);
  });
});

describe('T27: a unit that would resolve a second complaint about itself', () => {
  const sm: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };
  const correct = (number: string, actor: Actor, respondentUnit: string | null) =>
    ask(
      triage.service,
      correction,
      number,
      { respondentUnit, reason: 'Đọc kỹ lại' },
      askedBy(actor),
    );

  it('does not by leaving out who is complained of: that unit has to be named', async () => {
    const petition = 'D26-00000016-0';
    await classified(petition, sm);
    await correct(petition, sm, null);
    await expect(accept(petition, 'HQ-SM', 2, sm)).rejects.toMatchObject({
      code: 'COMPLAINED_UNIT_MISSING',
    });
  });

  it('does not by naming a unit below it, before a second person strikes its own name out', async () => {
    const petition = 'D26-00000017-0';
    const mh: Actor = { person: 'phong', role: 'classifier', unit: 'KV-MH' };
    await classified(petition, mh, 'KV-MH');
    await correct(petition, mh, 'HQ-SM');
    await triage.caughtUp();
    const refused = { code: 'UNIT_JUDGES_ITSELF' };
    await expect(accept(petition, 'KV-MH', 2, mh)).rejects.toMatchObject(refused);
    const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
    await ask(triage.service, striking, petition, { reason: 'Ghi nhầm' }, askedBy(an));
    await triage.caughtUp();
    const { events } = await accept(petition, 'KV-MH', 2, mh);
    expect(events[0]?.event).toMatchObject({ type: 'PetitionAccepted', data: { instance: 2 } });
  });

  it.each([
    ['nobody', '18', {}],
    ['people and no unit', '19', { respondents: { units: [], people: [TAGGED] } }],
  ])('does not by naming a unit below it, where the registration named %s', async (_, n, over) => {
    const petition = `D26-000000${n}-0`;
    const mh: Actor = { person: 'phong', role: 'classifier', unit: 'KV-MH' };
    await classified(petition, mh, null, over);
    await correct(petition, mh, 'HQ-SM');
    await triage.caughtUp();
    const refused = { code: 'UNIT_JUDGES_ITSELF' };
    await expect(accept(petition, 'KV-MH', 2, mh)).rejects.toMatchObject(refused);
    const strike = (actor: Actor) =>
      ask(triage.service, striking, petition, { reason: 'Đơn vị dưới' }, askedBy(actor));
    await expect(strike(mh)).rejects.toMatchObject({ code: 'CORRECTED_BY_ONESELF' });
    const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
    // The head of the very unit strikes out other names at most.
    await strike(khanh).catch(() => undefined);
    await expect(accept(petition, 'KV-MH', 2, mh)).rejects.toMatchObject(refused);
    await triage.caughtUp();
    await strike({ person: 'an', role: 'head', unit: 'CHQ' });
    await triage.caughtUp();
    const { events } = await accept(petition, 'KV-MH', 2, mh);
    expect(events[0]?.event).toMatchObject({ type: 'PetitionAccepted', data: { instance: 2 } });
  });

  it('does not where its classification names the unit below', async () => {
    const petition = 'D26-00000020-0';
    const mh: Actor = { person: 'phong', role: 'classifier', unit: 'KV-MH' };
    await classified(petition, mh, null, {}, 'HQ-SM');
    const accepting = accept(petition, 'KV-MH', 2, mh);
    await expect(accepting).rejects.toMatchObject({ code: 'UNIT_JUDGES_ITSELF' });
  });
});

describe('the competent unit', () => {
  it('of a first complaint is the one that decided', async () => {
    expect(await accepted('D26-00000011-0', 'HQ-SM', 1, 'HQ-SM')).toMatchObject({
      jurisdiction: { level: 'chi_cuc' },
    });
    await expect(accepted('D26-00000012-0', 'KV-MH', 1, 'HQ-SM')).rejects.toMatchObject({
      code: 'UNIT_NOT_COMPETENT',
    });
  });
  it('of a second complaint is the one above', async () => {
    expect(await accepted('D26-00000013-0', 'KV-MH', 2, 'HQ-SM')).toMatchObject({
      instance: 2,
      jurisdiction: { level: 'cuc' },
    });
    await expect(accepted('D26-00000014-0', 'HQ-SM', 2, 'HQ-SM')).rejects.toMatchObject({
      code: 'UNIT_NOT_COMPETENT',
    });
  });
  it('is not made up where no unit is complained of', async () => {
    expect(await accepted('D26-00000015-0', 'HQ-SM', 1, null)).toMatchObject({
      jurisdiction: null,
    });
  });
});
