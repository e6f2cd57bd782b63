import { createHash } from 'node:crypto';
import type { EventData } from '../event-store.ts';

/**
 * The id under which the server keeps an event, and back: one function, since it is its own reverse.
 *
 * The server compares ids only. To a known id with other data it answers success, and stores nothing.
 * So the id that it is given says what is in the event, too: id XOR the hash of type, data and
 * metadata. The same event again has the same id, and another one under the same id is refused. Looking
 * at what stands there after each append would cost as much as the append.
 */
export function idOver({ id, type, data, metadata }: EventData): string {
  const hash = createHash('sha256');
  for (const part of [Buffer.from(type), data]) hash.update(`${part.length}:`).update(part);
  const content = hash.update(metadata).digest();
  const octets = Buffer.from(id.replaceAll('-', ''), 'hex');
  const mixed = Buffer.from(octets.map((octet, i) => octet ^ content[i]!));
  return mixed.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
