import { DomainError } from '@minh-bach/kernel';
import type { ClientBase } from 'pg';
import type { Settings } from './options.ts';

interface Durability {
  readonly fsync: string;
  readonly commit: string;
}

/**
 * An answer means durable: no server that only pretends.
 *
 * @throws DomainError `STORE_NOT_DURABLE` {fsync, synchronousCommit}
 */
export async function requireDurable(client: ClientBase, settings: Settings): Promise<void> {
  if (settings.mayLoseEventsInTests) return;
  const { rows } = await client.query<Durability>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  const { fsync, commit } = rows[0]!;
  if (fsync === 'off' || commit === 'off')
    throw new DomainError('STORE_NOT_DURABLE', { fsync, synchronousCommit: commit });
}
