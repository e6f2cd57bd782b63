import { createHmac } from 'node:crypto';
import { canonicalBytes } from './canonical.ts';

/**
 * Ids are derived, never drawn: the same command gives the same ids, so a retry finds what the
 * first try stored. Keyed, so that nobody can derive an id from a guess of what it was made of.
 */
const keyed = (secret: Uint8Array, label: string, parts: readonly string[]): Buffer =>
  createHmac('sha256', secret)
    .update(canonicalBytes([label, ...parts]))
    .digest();

/** RFC 9562 version 8: 122 bits of our own making. */
function uuid(bytes: Buffer): string {
  const b = Buffer.from(bytes.subarray(0, 16));
  b.writeUInt8((b.readUInt8(6) & 0x0f) | 0x80, 6);
  b.writeUInt8((b.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = b.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** Of an HTTP command: who asked, on which route, under which `Idempotency-Key`. */
export const commandIdOf = (
  secret: Uint8Array,
  request: { principal: string; route: string; idempotencyKey: string },
): string =>
  uuid(keyed(secret, 'command', [request.principal, request.route, request.idempotencyKey]));

/** Of a consumer's command: the consumer and the message (or the clock) it answers. */
export const commandIdFrom = (secret: Uint8Array, cause: string, ...parts: string[]): string =>
  uuid(keyed(secret, 'cause', [cause, ...parts]));

/** The `index`-th event of a command. */
export const eventIdOf = (
  secret: Uint8Array,
  commandId: string,
  stream: string,
  index: number,
): string => uuid(keyed(secret, 'event', [commandId, stream, String(index)]));

/** Tells another body under the same key from a retry, without confirming a guess of the body. */
export const requestHashOf = (secret: Uint8Array, body: unknown): string =>
  createHmac('sha256', secret)
    .update('request')
    .update(canonicalBytes(body ?? null))
    .digest('base64url');

/** A number below `limit`, from the command's id; `attempt` counts collisions. */
export const drawFrom = (
  secret: Uint8Array,
  commandId: string,
  attempt: number,
  limit: number,
): number =>
  Number(keyed(secret, 'draw', [commandId, String(attempt)]).readBigUInt64BE() % BigInt(limit));
