import { storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

/** A head alone appointed this person as a deputy. */
export const deputyAppointedAlone = storedEvent(
  'DeputyAppointedAlone',
  z.strictObject({ deputy: z.string() }),
  {
    history: () => ({
      summary: words(
        'Thủ trưởng tự cử người thay thế.',
        'A head appointed a deputy without an administrator.',
      ),
    }),
  },
);
export type DeputyAppointedAlone = EventOf<typeof deputyAppointedAlone>;
