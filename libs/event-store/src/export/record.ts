import { createHash } from 'node:crypto';
import { bytes, partsOf } from '../copy/envelope.ts';
import type { StoredEvent } from '../event-store.ts';

/** SHA-256, in hexadecimal, over the one before it and an event: what it says covers all events so far. */
export type Chain = string;

/** What is said before the first event; it binds an export to its log. */
export const firstChain = (log: string): Chain =>
  createHash('sha256').update(`minh-bach log export 1\n${log}`).digest('hex');

/** An event as it lies in a chunk: seven parts, each behind its length and a colon; the last is the chain. */
export function recordOf(event: StoredEvent, before: Chain): { record: Buffer; chain: Chain } {
  const parts = partsOf(event).map(bytes).flatMap(withLength);
  const chain = chainOver(before, parts);
  return { record: Buffer.concat([...parts, ...withLength(Buffer.from(chain))]), chain };
}

/** An event that was read back, and where the next one begins. */
export interface ReadRecord {
  readonly event: Omit<StoredEvent, 'position'>;
  readonly chain: Chain;
  readonly end: number;
}

/** @returns nothing where what lies there is cut off, changed, or does not follow on `before` */
export function readRecord(chunk: Buffer, start: number, before: Chain): ReadRecord | undefined {
  const parts: Buffer[] = [];
  let [at, body] = [start, start];
  for (let n = 0; n < PARTS; n += 1) {
    body = at;
    const colon = chunk.indexOf(':', at);
    if (colon < 0 || colon > at + MOST_DIGITS) return undefined;
    const length = chunk.toString('latin1', at, colon);
    at = colon + 1 + Number(length);
    if (!/^\d+$/.test(length) || at > chunk.length) return undefined;
    parts.push(chunk.subarray(colon + 1, at));
  }
  const [stream, revision, id, type, data, metadata, said] = parts as RecordParts;
  const chain = chainOver(before, [chunk.subarray(start, body)]);
  if (said.toString('latin1') !== chain) return undefined;
  const names = { stream: String(stream), id: String(id), type: String(type) };
  return { event: { ...names, revision: Number(revision), data, metadata }, chain, end: at };
}

type RecordParts = [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
const PARTS = 7;
/** No part is a gigabyte. */
const MOST_DIGITS = 9;

const withLength = (part: Uint8Array): Uint8Array[] => [Buffer.from(`${part.byteLength}:`), part];

function chainOver(before: Chain, parts: readonly Uint8Array[]): Chain {
  const hash = createHash('sha256').update(before);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
