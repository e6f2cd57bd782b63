import { defineEvent, type EventOf, z } from '@minh-bach/kernel';

/** One administrator alone ended a right of this person. */
export const rightEndedAlone = defineEvent(
  'RightEndedAlone',
  z.strictObject({ person: z.string() }),
);
export type RightEndedAlone = EventOf<typeof rightEndedAlone>;
