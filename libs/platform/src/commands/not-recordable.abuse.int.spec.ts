import { describe, expect, it } from '@jest/globals';
import { INTAKE_TOPIC } from '@minh-bach/contracts';
import { createMemoryEventStore } from '@minh-bach/event-store';
import { registryOf } from '../service/service-definition.ts';
import { askedBy } from '../specs/asked-by.ts';
import { demoDecider, demoService, open, type DemoEvent } from '../specs/demo-service.ts';
import { memoryVault, secretOf } from '../specs/test-infrastructure.ts';
import { CommandRunner } from './command-runner.ts';

const stream = 'demo.petition-D26-00000001-0';
const registry = registryOf(demoService);

/** The demo's service, with its gist told to others under intake's contract. */
async function runner(store = createMemoryEventStore()) {
  const running = new CommandRunner({
    ...{ store, vault: await memoryVault(), registry, clock },
    secret: secretOf('demo'),
    publication: {
      topic: INTAKE_TOPIC,
      streamPrefix: 'demo.',
      events: registry,
      translate: ({ event }) => {
        const { gist } = (event as Extract<DemoEvent, { type: 'DemoOpened' }>).data;
        return { type: 'PetitionReceived', data: { ...RECEIVED, gist } };
      },
    },
  });
  return { store, running };
}

const clock = { now: () => new Date('2026-11-20T02:00:00.000Z') };

const RECEIVED = {
  petition: 'D26-00000001-0',
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'individual',
  unit: 'HQ-SM',
  receivedOn: '2026-11-18',
  datedOn: null,
  signed: true,
  named: true,
  legible: true,
  language: 'vi',
  respondentUnit: null,
};

const context = () => askedBy({ person: 'binh', role: 'head', unit: 'HQ-SM' });

describe('T26: a command whose message its contract would refuse', () => {
  const command = open({ gist: 'x'.repeat(601) });

  it('is refused before anything is stored', async () => {
    const { store, running } = await runner();
    const run = running.run({ decider: demoDecider, stream, command, context: context() });
    await expect(run).rejects.toMatchObject({ code: 'NOT_RECORDABLE' });
    for await (const event of store.readStream(stream)) expect(event).toBeUndefined();
  });

  it('and the next one of the stream is taken', async () => {
    const { running } = await runner();
    const run = (what: typeof command) =>
      running.run({ decider: demoDecider, stream, command: what, context: context() });
    await expect(run(command)).rejects.toMatchObject({ code: 'NOT_RECORDABLE' });
    expect(await run(open())).toMatchObject({ revision: 0 });
  });

  it('is refused as well when the event does not fit its own shape', async () => {
    const { running } = await runner();
    const unfit = open({ gist: 1 as unknown as string });
    const run = running.run({ decider: demoDecider, stream, command: unfit, context: context() });
    await expect(run).rejects.toMatchObject({ code: 'NOT_RECORDABLE' });
  });
});
