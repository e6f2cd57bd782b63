import { directoryEntryV1 } from '@minh-bach/contracts';
import { defineEvent, type Decider, type EventOf } from '@minh-bach/kernel';
import { z } from 'zod';

/** An entry of the directory as this service came to know it: rights are judged by one's own log. */
export const directoryEntryNoted = defineEvent(
  'DirectoryEntryNoted',
  z.strictObject({ entry: directoryEntryV1 }),
);

export type DirectoryEntryNoted = EventOf<typeof directoryEntryNoted>;

export interface NoteDirectoryEntry {
  readonly type: 'NoteDirectoryEntry';
  readonly entry: DirectoryEntryNoted['data']['entry'];
}

/** Notes what it is told: the directory has decided already. */
export const directoryEntryDecider: Decider<null, NoteDirectoryEntry, DirectoryEntryNoted> = {
  initialState: null,
  decide: ({ entry }) => [{ type: 'DirectoryEntryNoted', data: { entry } }],
  evolve: () => null,
};
