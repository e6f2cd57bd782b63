import { DomainError } from '@minh-bach/kernel';
import type { ClientBase } from 'pg';
import type { Settings } from './options.ts';

interface Durability {
  readonly fsync: string;
  readonly commit: string;
  readonly pages: string;
}

/**
 * An answer means durable: no server that only pretends. A page that was half written when the power went
 * is whole again by the log alone.
 *
 * @throws DomainError `STORE_NOT_DURABLE` {fsync, synchronousCommit, fullPageWrites}
 */
export async function requireDurable(client: ClientBase, settings: Settings): Promise<void> {
  if (settings.mayLoseEventsInTests) return;
  const { rows } = await client.query<Durability>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
            current_setting('full_page_writes') AS pages`,
  );
  const { fsync, commit, pages } = rows[0]!;
  if ([fsync, commit, pages].includes('off'))
    throw new DomainError('STORE_NOT_DURABLE', {
      fsync,
      synchronousCommit: commit,
      fullPageWrites: pages,
    });
}
