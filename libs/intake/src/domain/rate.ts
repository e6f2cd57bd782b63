import {
  RATING_REASONS,
  STARS,
  change,
  ratingReasonSchema,
  refusal,
  starsSchema,
  storedEvent,
  words,
  type RatingReason,
  type Stars,
} from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
import type { Registered } from './petition.decider.ts';

/** Its sender's word on how it was handled, once: no limit begins or ends with it. */
export const handlingRated = storedEvent(
  'HandlingRated',
  z.strictObject({
    petition: z.string(),
    /** That handled it. */
    unit: z.string(),
    stars: starsSchema,
    reasons: z.array(ratingReasonSchema),
    words: sealed('working', z.string()).exactOptional(),
  }),
  {
    isAside: () => true,
    history: ({ stars: n, reasons, words: said }) => ({
      summary: words(
        `Người gửi đơn đánh giá việc giải quyết: ${n}/5 (${STARS[n].vi.toLowerCase()}).`,
        `The sender rated how it was handled: ${n}/5 (${STARS[n].en.toLowerCase()}).`,
      ),
      changes: [
        ...reasons.map((one) =>
          change('Điều chưa hài lòng', 'What was not well', RATING_REASONS[one]),
        ),
        ...(said === undefined ? [] : [change('Ý kiến', 'Words', said)]),
      ],
    }),
  },
);
export type HandlingRated = EventOf<typeof handlingRated>;

export interface RateHandling {
  readonly type: 'RateHandling';
  readonly petition: string;
  readonly unit: string;
  readonly stars: Stars;
  readonly reasons: readonly RatingReason[];
  readonly words: string | null;
}

/** After its sender has the decision; of a denunciation nothing is asked. */
export const mayRate = ({ state, everDenunciation, stars: given }: Registered): boolean =>
  !everDenunciation && given === null && (state === 'decision_delivered' || state === 'closed');

export function rate(state: Registered, command: RateHandling): HandlingRated {
  if (!mayRate(state)) throw refusal('RATING_NOT_OPEN');
  const { type: _, words: said, reasons, ...data } = command;
  return {
    type: 'HandlingRated',
    data: {
      ...data,
      unit: state.news.unit ?? command.unit,
      reasons: [...new Set(reasons)],
      ...(said === null ? {} : { words: said }),
    },
  };
}
