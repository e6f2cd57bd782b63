import type { SufferingClock } from '@minh-bach/contracts';
import type { DataSource } from 'typeorm';
import { ownerOf } from '../commands/read-stream.ts';
import { isMatterNumber } from '../matters/numbers.ts';

/** The petition or case that a stream of any service is named after, if it is. */
export function matterOf(stream: string): string | undefined {
  const owner = ownerOf(stream);
  return isMatterNumber(owner) ? owner : undefined;
}

/** The legal clocks that run for these matters in this service's rows, the nearest first, by matter. */
export async function runningClocks(
  rows: DataSource,
  matters: readonly string[],
): Promise<ReadonlyMap<string, readonly SufferingClock[]>> {
  if (matters.length === 0) return new Map();
  const found = await rows.query<{ matter: string; due: string }[]>(
    `SELECT s.matter, c.due FROM matter_streams s JOIN open_clocks c USING (stream)
      WHERE s.matter = ANY($1) AND c.legal ORDER BY c.ends_at`,
    [matters],
  );
  const clocks = new Map<string, SufferingClock[]>();
  for (const { matter, due } of found) clocks.set(matter, [...(clocks.get(matter) ?? []), { due }]);
  return clocks;
}
