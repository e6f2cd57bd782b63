import type { Position } from '@minh-bach/event-store';
import { DomainError } from '@minh-bach/kernel';

/** @throws DomainError `FOREIGN_POSITION`: of different logs, or no positions at all */
export function comparePositions(a: Position, b: Position): number {
  const [logA, placeA] = split(a);
  const [logB, placeB] = split(b);
  if (logA !== logB) throw new DomainError('FOREIGN_POSITION');
  return placeA === placeB ? 0 : placeA < placeB ? -1 : 1;
}

function split(position: Position): [log: string, place: bigint] {
  const at = position.lastIndexOf(':');
  if (!/^.+:\d+$/.test(position)) throw new DomainError('FOREIGN_POSITION');
  return [position.slice(0, at), BigInt(position.slice(at + 1))];
}
