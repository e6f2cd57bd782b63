import { storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

/** Stands in the stream of the person who calls, before the call itself: by it their calls are counted. */
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
