import { storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

/** One administrator alone ended a right of this person. */
export const rightEndedAlone = storedEvent(
  'RightEndedAlone',
  z.strictObject({ person: z.string() }),
  {
    history: () => ({
      summary: words('Một quản trị viên kết thúc quyền.', 'One administrator ended a right.'),
    }),
  },
);
export type RightEndedAlone = EventOf<typeof rightEndedAlone>;
