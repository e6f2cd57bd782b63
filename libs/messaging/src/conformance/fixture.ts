import { randomUUID } from 'node:crypto';
import type { EventData } from '@minh-bach/event-store';
import { canonicalBytes, defineEvent, EventRegistry, system } from '@minh-bach/kernel';
import { z } from 'zod';
import type { Backoff } from '../backoff.ts';
import type { Contracts } from '../contracts.ts';
import type { Message, Publication } from '../messaging.ts';
import { messageIdOf } from '../translation.ts';

const numbered = z.strictObject({ n: z.int() });
export const events = new EventRegistry([
  defineEvent('Noted', numbered),
  defineEvent('KeptToItself', numbered),
]);

export const fastBackoff: Backoff = { baseMs: 10, maxMs: 100 };

/** A word of letters only, so that specs do not meet in one database or broker. */
export const unique = (word: string): string =>
  word +
  [...randomUUID().replaceAll('-', '')].map((c) => 'abcdefghijklmnop'[parseInt(c, 16)]).join('');

export const publicationOf = (service: string): Publication => ({
  topic: `${service}.v1`,
  streamPrefix: `${service}.`,
  events,
  translate: ({ event }) =>
    event.type === 'Noted' ? { type: 'Noted', data: event.data } : undefined,
});

/** @param refused numbers that the contract does not take, for now */
export const contractsOf = (
  service: string,
  refused: ReadonlySet<number> = new Set(),
): Contracts => ({
  [`${service}.v1`]: { Noted: numbered.refine(({ n }) => !refused.has(n)) },
});

/** An event of the fixture, as it lies in a log. */
export const eventData = (n: number, type = 'Noted'): EventData => ({
  id: randomUUID(),
  type,
  data: canonicalBytes({ n }),
  metadata: canonicalBytes({
    correlationId: 'story-1',
    causationId: 'command-1',
    commandId: 'command-1',
    requestHash: 'hash',
    actor: system('spec'),
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    occurredAt: '2026-03-02T01:02:03.000Z',
    recordedAt: '2026-03-02T01:02:04.000Z',
    schemaVersion: 1,
  }),
});

export const messageOf = (
  stream: string,
  revision: number,
  previous: number | null = revision > 0 ? revision - 1 : null,
): Message => {
  const topic = `${stream.slice(0, stream.indexOf('.'))}.v1`;
  const causationId = `event-${revision}`;
  return {
    id: messageIdOf(topic, stream, causationId),
    topic,
    type: 'Noted',
    data: { n: revision },
    source: { stream, revision, previous },
    correlationId: 'story-1',
    causationId,
    occurredAt: '2026-03-02T01:02:03.000Z',
  };
};

/** Asks again until `condition` holds. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  { withinMs = 20_000, what = condition.toString() } = {},
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
