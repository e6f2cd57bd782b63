import type { StoredEvent } from '@minh-bach/event-store';

/** Data and envelopes of one transaction; an event has 1 MB at most. */
export const MOST_BATCH_BYTES = 8 * 1024 * 1024;

export const bytesOf = ({ data, metadata }: StoredEvent): number => data.length + metadata.length;
