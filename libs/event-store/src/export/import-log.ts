import { DomainError } from '@minh-bach/kernel';
import {
  copyLog,
  refuseOtherEvents,
  type CopiedLog,
  type CopyLogOptions,
} from '../copy/copy-log.ts';
import { comparePositions, logOf } from '../position.ts';
import type { LogInFolder } from './exported-log.ts';

export interface ImportLogOptions extends Pick<
  CopyLogOptions,
  'to' | 'beforeChange' | 'onProgress'
> {
  readonly from: LogInFolder;
}

/**
 * Brings an export into an empty log, as `copyLog` does: it goes on where it was cut off, and proves at the
 * end, by reading all again, that the log holds what the export holds.
 *
 * @throws DomainError `LOG_OF_EXPORT` {is, head, upTo}: it is the very log that was exported: `older` than the
 *   export, `newer`, or at the `same` place; nothing is added to it
 * @throws DomainError as `copyLog` and `openExportedLog`
 */
export async function importLog(options: ImportLogOptions): Promise<CopiedLog> {
  await refuseOwnLog(options);
  return copyLog(options);
}

/**
 * Looks at all that is there, before anything else is brought to where that log is: what was restored from the
 * export may have gone on since.
 *
 * @throws DomainError `LOG_OF_EXPORT`, `LOG_DIFFERS`, `TARGET_LONGER`; as `openExportedLog`, of what it compares
 */
export async function refuseOtherLog(options: ImportLogOptions): Promise<void> {
  await refuseOwnLog(options);
  await refuseOtherEvents(options);
}

async function refuseOwnLog({ from, to }: ImportLogOptions): Promise<void> {
  const head = await to.head();
  if (logOf(head) === from.log) {
    const order = from.upTo === undefined ? 1 : Math.sign(comparePositions(head, from.upTo));
    const is = ['older', 'same', 'newer'][order + 1]!;
    throw new DomainError('LOG_OF_EXPORT', { is, head, upTo: from.upTo });
  }
}
