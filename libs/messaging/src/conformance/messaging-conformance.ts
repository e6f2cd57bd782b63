import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboxOptions } from '../inbox/inbox.ts';
import type { InboxStore } from '../inbox/inbox-store.ts';
import { NotYet, Poison, type Consumer, type Message, type Messaging } from '../messaging.ts';
import { unique, until } from './fixture.ts';

/** Options of both adapters that the suite turns. */
export interface SuiteOptions extends Pick<InboxOptions, 'concurrency'> {
  readonly inboxOf: (group: string) => InboxStore;
  readonly stuckAfterMs?: number;
}

/** One service that publishes, and whatever carries its messages. */
export interface MessagingHarness {
  readonly topic: string;
  /** An event of the service's own; type `KeptToItself` is not translated. */
  append(stream: string, n: number, type?: 'Noted' | 'KeptToItself'): void;
  /** Streams of the service start with this. */
  readonly prefix: string;
  inboxOf(group: string): InboxStore;
  open(options: SuiteOptions): Messaging;
  /** All that was sent is sent once more, as by one that lost its checkpoint. */
  repeatEverything(group: string): Promise<void>;
  /** Consumers get nothing any more, and cannot help it. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** What both adapters promise to services. */
export function messagingConformance(
  describeIt: (name: string, body: () => void) => void,
  name: string,
  start: () => Promise<MessagingHarness>,
): void {
  describeIt(`messaging, ${name}`, () => {
    let harness: MessagingHarness;
    let messaging: Messaging[];
    let group: string;
    /** Every call of the handler that got through. */
    let calls: string[];
    /** What is left of them: one per message id. */
    let effects: Map<string, Message>;
    let behaviour: (message: Message) => unknown;

    const at = ({ source }: Message) =>
      `${source.stream.slice(harness.prefix.length)}@${source.revision}`;
    const of = (stream: string) => calls.filter((call) => call.startsWith(`${stream}@`));
    const append = (stream: string, n: number, type?: 'Noted' | 'KeptToItself') =>
      harness.append(harness.prefix + stream, n, type);
    const handler = async (message: Message) => {
      await behaviour(message);
      calls.push(at(message));
      effects.set(message.id, message);
    };
    const consume = async (options: Partial<SuiteOptions> = {}): Promise<Consumer> => {
      const opened = harness.open({ inboxOf: (g) => harness.inboxOf(g), ...options });
      messaging.push(opened);
      return opened.consume({ group, topics: [harness.topic], handler });
    };
    const stuck = () => harness.inboxOf(group).list();
    const refusing = (refuse: (message: Message) => Error | undefined) => (message: Message) => {
      const error = refuse(message);
      if (error) throw error;
    };

    beforeEach(async () => {
      harness = await start();
      [messaging, group, calls, effects] = [[], unique('group'), [], new Map()];
      behaviour = () => undefined;
    }, 60_000);
    afterEach(async () => {
      harness.mend();
      await Promise.all(messaging.map((m) => m.close()));
      await harness.close();
    }, 60_000);

    it('brings what is published, in order within each stream, what was there before too', async () => {
      for (let n = 0; n < 30; n += 1) append(`s-${n % 3}`, n);
      await consume();
      await until(() => effects.size === 30);
      for (let n = 30; n < 60; n += 1) append(`s-${n % 3}`, n);
      await until(() => effects.size === 60);

      for (const s of ['s-0', 's-1', 's-2'])
        expect(of(s)).toEqual(Array.from({ length: 20 }, (_, r) => `${s}@${r}`));
      expect(calls).toHaveLength(60);
    }, 60_000);

    it('carries references and origin, and skips what is nobody’s business', async () => {
      append('s-1', 1);
      append('s-1', 2, 'KeptToItself');
      append('s-1', 3);
      await consume();
      await until(() => effects.size === 2);

      const [first, second] = [...effects.values()];
      const stream = `${harness.prefix}s-1`;
      expect(first?.source).toEqual({ stream, revision: 0, previous: null });
      expect(second).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        topic: harness.topic,
        type: 'Noted',
        data: { n: 3 },
        source: { stream, revision: 2, previous: 0 },
        correlationId: 'story-1',
        causationId: expect.any(String),
        occurredAt: '2026-03-02T01:02:03.000Z',
      });
    }, 60_000);

    it('goes on where it stopped, and says in what was not seen before what came before it', async () => {
      append('s-1', 1);
      const consumer = await consume();
      await until(() => effects.size === 1);
      await consumer.stop();
      append('s-1', 2);
      append('s-2', 1);
      await consume();

      await until(() => effects.size === 3);
      expect(calls.toSorted()).toEqual(['s-1@0', 's-1@1', 's-2@0']);
      const previous = [...effects.values()].find((m) => at(m) === 's-1@1')?.source.previous;
      expect(previous).toBe(0);
    }, 60_000);

    it('drops what was seen when everything is sent again', async () => {
      for (let n = 0; n < 10; n += 1) append('s-1', n);
      const consumer = await consume();
      await until(() => effects.size === 10);
      await consumer.stop();
      await harness.repeatEverything(group);
      append('s-1', 10);
      await consume();

      await until(() => effects.size === 11);
      expect(of('s-1')).toEqual(Array.from({ length: 11 }, (_, r) => `s-1@${r}`));
    }, 60_000);

    it('has one effect of a message that came twice since the note of it got lost', async () => {
      const inbox = harness.inboxOf(group);
      const advance = inbox.advance.bind(inbox);
      let lost = 0;
      inbox.advance = async (handled) => {
        if ((lost += 1) === 1) throw new Error('died before the note');
        await advance(handled);
      };
      append('s-1', 1);
      await consume({ inboxOf: () => inbox });
      await until(() => calls.length === 2);
      expect(calls).toEqual(['s-1@0', 's-1@0']);
      expect(effects.size).toBe(1);
      await until(
        async () => (await inbox.load([`${harness.prefix}s-1`])).values().next().value?.last === 0,
      );
    }, 60_000);

    it('lets a message about something unknown wait, visibly, while others go on', async () => {
      behaviour = refusing((message) =>
        at(message).startsWith('case') && !of('unit').length ? new NotYet('unit') : undefined,
      );
      append('case', 1);
      append('case', 2);
      append('other', 1);
      await consume();
      await until(async () => of('other').length === 1 && (await stuck())[0]?.count === 2);
      expect(await stuck()).toMatchObject([{ group, state: 'waiting', reason: 'NOT_YET' }]);

      append('unit', 1);
      await until(async () => of('case').length === 2 && (await stuck()).length === 0);
      expect(of('case')).toEqual(['case@0', 'case@1']);
    }, 60_000);

    it('parks a poisoned stream while the others go on, until it is redriven', async () => {
      let mended = false;
      behaviour = refusing((message) =>
        at(message) === 'bad@1' && !mended ? new Poison('never') : undefined,
      );
      for (let n = 0; n < 4; n += 1) for (const s of ['bad', 'good']) append(s, n);
      const consumer = await consume();
      await until(async () => of('good').length === 4 && (await stuck())[0]?.count === 3);
      expect(of('bad')).toEqual(['bad@0']);
      expect(await stuck()).toMatchObject([{ state: 'parked', reason: 'POISON' }]);
      consumer.check();

      mended = true;
      await harness.inboxOf(group).redrive(new Date(), `${harness.prefix}bad`);
      await until(() => of('bad').length === 4);
      append('bad', 4);
      await until(() => of('bad').length === 5);
      expect(of('bad')).toEqual([0, 1, 2, 3, 4].map((r) => `bad@${r}`));
    }, 60_000);

    it('tries a failure that may pass again, in order, and liveness falls while it lasts', async () => {
      let down = true;
      behaviour = refusing((message) =>
        down && at(message) === 's-1@1' ? new Error('database is away') : undefined,
      );
      for (let n = 0; n < 4; n += 1) append('s-1', n);
      const consumer = await consume({ stuckAfterMs: 1_500 });
      await until(() => throws(() => consumer.check()));
      expect(of('s-1')).toEqual(['s-1@0']);
      expect(await stuck()).toEqual([]);

      down = false;
      await until(() => of('s-1').length === 4 && !throws(() => consumer.check()));
      expect(of('s-1')).toEqual([0, 1, 2, 3].map((r) => `s-1@${r}`));
    }, 60_000);

    it('works on few messages at once however many there are', async () => {
      let [now, most, gate] = [0, 0, Promise.resolve()];
      let open = () => undefined as void;
      gate = new Promise<void>((resolve) => (open = resolve));
      behaviour = async () => {
        most = Math.max(most, (now += 1));
        await gate;
        now -= 1;
      };
      for (let n = 0; n < 600; n += 1) append(`s-${n % 60}`, n);
      await consume({ concurrency: 2 });
      await until(() => now >= 2);
      open();
      await until(() => effects.size === 600);
      // Kafka: up to three partitions at once.
      expect(most).toBeLessThanOrEqual(6);
      expect(calls).toHaveLength(600);
    }, 60_000);

    it('fails liveness when it is cut off from its source, and recovers', async () => {
      append('s-1', 1);
      const consumer = await consume({ stuckAfterMs: 2_500 });
      await until(() => effects.size === 1);
      consumer.check();
      harness.cut();
      await until(() => throws(() => consumer.check()));

      harness.mend();
      append('s-1', 2);
      await until(() => effects.size === 2 && !throws(() => consumer.check()));
    }, 60_000);

    it('finishes what is in flight when it is stopped, and begins nothing more', async () => {
      let begun = 0;
      let open = () => undefined as void;
      const gate = new Promise<void>((resolve) => (open = resolve));
      behaviour = async () => {
        begun += 1;
        await gate;
      };
      for (let n = 0; n < 20; n += 1) append('s-1', n);
      const consumer = await consume();
      await until(() => begun === 1);
      const stopped = consumer.stop();
      open();
      await stopped;
      expect(calls).toEqual(['s-1@0']);

      await consume();
      await until(() => effects.size === 20);
      expect(calls).toHaveLength(20);
    }, 60_000);
  });
}

function throws(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

export const describeAlways = (name: string, body: () => void): void => {
  describe(name, body);
};
