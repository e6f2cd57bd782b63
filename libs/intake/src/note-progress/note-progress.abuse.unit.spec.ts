import { RESPONSE_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Message } from '@minh-bach/messaging';
import type { ServiceRuntime } from '@minh-bach/platform';
import { describe, expect, it } from '@jest/globals';
import { PETITION } from '../intake.fixture.ts';
import { noteProgress } from './note-progress.ts';

const nothing = {
  runner: { run: async () => undefined },
  clock: { now: () => new Date('2026-11-23T02:00:00.000Z') },
  secret: new Uint8Array(32),
};

const hears = (over: Partial<Message>, service: object = nothing) =>
  noteProgress(
    {
      id: 'message',
      topic: TRIAGE_TOPIC,
      type: 'PetitionSettled',
      data: { petition: PETITION, outcome: 'filed', on: '2026-11-23' },
      source: { stream: `triage.petition-${PETITION}`, revision: 1, previous: 0 },
      correlationId: 'c',
      causationId: 'e',
      occurredAt: '2026-11-23T02:00:00.000Z',
      ...over,
    },
    service as unknown as ServiceRuntime,
  );

describe('T26: a message that intake does not know', () => {
  it.each([
    { type: 'PetitionVanished' },
    { type: 'toString' },
    { topic: 'unheard.v1' },
    { topic: RESPONSE_TOPIC, type: 'PetitionSettled' },
  ])('is held back for all to see, never dropped: %j', async (over) => {
    await expect(hears(over)).rejects.toMatchObject({ code: 'UNKNOWN_MESSAGE_TYPE' });
  });

  it('is held back, too, where it does not say what its contract wants', async () => {
    const wanting = { petition: PETITION, outcome: 'lost', on: '2026-11-23' };
    await expect(hears({ data: wanting })).rejects.toThrow();
    await expect(hears({ data: { ...wanting, outcome: 'filed', more: 1 } })).rejects.toThrow();
  });

  it('is not one that is known and tells a sender nothing', async () => {
    const data = { case: 'V26-10203040-9', petitions: [PETITION], receivedOn: '2026-11-27' };
    await hears({ topic: RESPONSE_TOPIC, type: 'DecisionDelivered', data });
    await hears({});
  });
});

describe('T26: a message that names one petition ten thousand times', () => {
  it('is one piece of work', async () => {
    let runs = 0;
    const service = { ...nothing, runner: { run: async () => (runs += 1) } };
    const petitions = Array.from({ length: 10_000 }, () => PETITION);
    const data = { case: 'V26-10203040-9', petitions, on: '2026-11-23' };
    await hears({ topic: RESPONSE_TOPIC, type: 'CaseClosed', data }, service);
    expect(runs).toBe(1);
  });
});

describe('T8: a message from the future', () => {
  it('outlives no later news: it counts from when it came', async () => {
    const now = '2026-11-23T02:00:00.000Z';
    const runs: { command: { at: string; on: string } }[] = [];
    const service = {
      runner: { run: async (run: (typeof runs)[number]) => runs.push(run) },
      clock: { now: () => new Date(now) },
      secret: new Uint8Array(32),
    };
    const message = { occurredAt: '9999-12-31T00:00:00.000Z' };
    const data = { petition: PETITION, kind: 'complaint' };
    await hears({ ...message, type: 'PetitionClassified', data }, service);
    expect(runs).toMatchObject([{ command: { at: now, on: '2026-11-23' } }]);
  });
});
