import { DomainError } from '@minh-bach/kernel';
import type { Position } from './event-store.ts';

/** Before the first event of any log. */
export const START = 0n;

/** `<log id>:<place>`; both engines count places up from their own start. */
export const positionOf = (log: string, place: bigint | number | string): Position =>
  `${log}:${place}`;

/** @throws DomainError `FOREIGN_POSITION` {position, log}: not a position of this log */
export function placeIn(log: string, position: Position): bigint {
  const [ours, place] = split(position);
  if (ours !== log) throw new DomainError('FOREIGN_POSITION', { position, log });
  return place;
}

/**
 * Negative, zero or positive, as for `Array.sort`.
 *
 * @throws DomainError `FOREIGN_POSITION` {position, log}: they are of two logs
 */
export function comparePositions(a: Position, b: Position): number {
  const [log, place] = split(a);
  const other = placeIn(log, b);
  return place < other ? -1 : place > other ? 1 : 0;
}

/** @throws DomainError `FOREIGN_POSITION` {position, log}: they are of two logs */
export const isAfter = (a: Position, b: Position): boolean => comparePositions(a, b) > 0;

function split(position: Position): [log: string, place: bigint] {
  const match = /^([^:]+):(\d+)$/.exec(position);
  if (!match) throw new DomainError('FOREIGN_POSITION', { position });
  return [match[1]!, BigInt(match[2]!)];
}

/** The id of the log that a position is of. */
export const logOf = (position: Position): string => split(position)[0];

/** Whether two positions are of one log. */
export const isOfSameLog = (a: Position, b: Position): boolean => logOf(a) === logOf(b);
