import type { RecordedEvent } from '@minh-bach/kernel';
import { evolveProtection, petitionsOf, unprotected, type Protection } from './protection.ts';

export const PETITION = 'D26-00000001-1';
export const event = (data: unknown, revision = 0) =>
  ({
    stream: `triage.petition-${PETITION}`,
    revision,
    event: { type: 'Anything', data },
  }) as unknown as RecordedEvent;

/** As the projection folds them: events that say nothing of a petition do not reach it. */
export const followed = (...said: readonly RecordedEvent[]): Protection =>
  said
    .filter((recorded) => petitionsOf(recorded).includes(PETITION))
    .reduce(evolveProtection, unprotected(PETITION));

export const inStream = (stream: string, data: object, revision = 0) => ({
  ...event(data, revision),
  stream,
});
