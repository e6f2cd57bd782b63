import { storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

/** Only earlier versions recorded it. Calls are now counted by the petitions' own events. */
export const denunciationCalled = storedEvent(
  'DenunciationCalled',
  // No field by which rows find a petition: its pages tell of the call itself.
  z.strictObject({ matter: z.string() }),
  {
    history: () => ({
      summary: words('Xác định một đơn là tố cáo.', 'A petition is called a denunciation.'),
    }),
  },
);
export type DenunciationCalled = EventOf<typeof denunciationCalled>;
