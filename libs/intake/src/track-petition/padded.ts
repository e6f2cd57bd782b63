import type { Tracked } from '@minh-bach/contracts';

/** Bytes. Kind, unit, reasons, dates and tasks take less, whatever they are. */
export const BESIDE_STEPS = 24 * 1024;
const STEP = 32 * 1024;

const bytesOf = (data: unknown): number => Buffer.byteLength(JSON.stringify(data));

/**
 * One length for all kinds: whoever sees how long an answer is learns nothing of it. Only steps count,
 * which are told of each kind; more than anybody takes would make it two.
 */
export function padded(tracked: Omit<Tracked, 'padding'>): Tracked {
  const bytes = bytesOf({ ...tracked, padding: '' });
  const atMost = Math.max(bytes, bytesOf(tracked.timeline) + BESIDE_STEPS);
  const padding = ' '.repeat(Math.ceil(atMost / STEP) * STEP - bytes);
  return { ...tracked, padding };
}
