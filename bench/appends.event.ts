import { randomBytes, randomUUID } from 'node:crypto';
import {
  canonicalBytes,
  defineEvent,
  EventRegistry,
  PUBLIC,
  randomOctets,
  sealed,
} from '@minh-bach/kernel';
import { masterKeyOf, MemoryKeyStore, openVault, sealData } from '@minh-bach/vault';
import type { EventData } from '@minh-bach/event-store';
import type { EventMetadata } from '@minh-bach/kernel';
import { z } from 'zod';

/** Of the data, as stored: sealed and canonical. The envelope comes on top. */
export const DATA_BYTES = 560;
/** How many events a stream gets before its writer begins another. */
export const STREAM_LENGTH = 10;

const received = defineEvent(
  'PetitionReceived',
  z.strictObject({
    number: z.string(),
    channel: z.string(),
    receivedOn: z.string(),
    gist: z.string(),
    sender: sealed('identity', z.strictObject({ name: z.string(), phone: z.string() })),
  }),
);
const registry = new EventRegistry([received]);
const sender = { name: 'Công ty TNHH Ví Dụ Bắc Sơn', phone: '0900 000 000' };

/** Keys are made once a matter, not once an event: made here, before anything is measured. */
export async function openBenchVault(owners: readonly string[]) {
  const vault = await openVault({
    keys: new MemoryKeyStore(),
    masterKey: masterKeyOf(randomBytes(32)),
    destroyed: [],
  });
  for (const owner of owners) await sealedEvent(owner);
  return { sealedEvent };

  /** What a handler appends: a sealed field, canonical bytes, the whole envelope. */
  async function sealedEvent(owner: string): Promise<EventData> {
    const id = randomUUID();
    const clear = { number: owner, channel: 'paper', receivedOn: '2026-11-22', gist, sender };
    const { schema, type } = received;
    const [data] = await sealData(vault, [{ schema, owner, eventId: id, data: clear }]);
    return {
      id,
      type,
      data: registry.encode({ type, data }),
      metadata: canonicalBytes(envelope()),
    };
  }
}

const requestHash = randomBytes(32).toString('base64url');
const now = new Date().toISOString();
const envelope = (): EventMetadata => ({
  correlationId: randomUUID(),
  causationId: randomUUID(),
  commandId: randomUUID(),
  requestHash,
  actor: { ...PUBLIC, role: 'registrar', unit: 'HQ-15-BP02' },
  salt: randomOctets(16).toString('base64url'),
  occurredAt: now,
  recordedAt: now,
  schemaVersion: 1,
});

/** Filled up to the size that is measured. */
let gist = '';
const filled = async (): Promise<string> => {
  const { sealedEvent } = await openBenchVault([]);
  const { data } = await sealedEvent('D26-00000000-0');
  return 'x'.repeat(DATA_BYTES - data.byteLength);
};
gist = await filled();
