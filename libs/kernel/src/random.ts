import { randomBytes } from 'node:crypto';

const POOL_BYTES = 8192;
let pool = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes of the system, drawn in larger lots: one call for a few bytes costs more than the
 * sealing it is for. No byte is ever given out twice.
 */
export function randomOctets(length: number): Buffer {
  if (length > POOL_BYTES / 8) return randomBytes(length);
  if (used + length > pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
