import {
  change,
  clockStartedSchema,
  conclusionSchema,
  dayMonthYear,
  instanceSchema,
  settlementGroundSchema,
  words,
} from '@minh-bach/contracts';
import { z } from '@minh-bach/kernel';

const date = z.iso.date();

const waits = z
  .strictObject({
    on: date,
    recordedOn: date,
    /** The day of recording counts for good. */
    isDeclined: z.literal(true).exactOptional(),
  })
  .nullable()
  .exactOptional();

/**
 * What a sender may know beside the state, as the other services told it. Nothing of persons is in it. Of a
 * denunciation there is none.
 */
export const newsSchema = z.strictObject({
  /** The unit that has it now. */
  unit: z.string().exactOptional(),
  instance: instanceSchema.exactOptional(),
  /** The limit of the step that comes next; `null`: none runs. */
  clock: clockStartedSchema.nullable().exactOptional(),
  missed: z
    .strictObject({ rule: z.string(), due: z.string(), on: date, superiorTold: z.boolean() })
    // `null`: it was none, since the limit was another day.
    .nullable()
    .exactOptional(),
  /** Where it was sent, or its sender guided to. */
  competentBody: z.string().exactOptional(),
  ground: settlementGroundSchema.exactOptional(),
  notice: z.string().exactOptional(),
  decision: z
    .strictObject({
      number: z.string(),
      issuedOn: date,
      conclusion: conclusionSchema.exactOptional(),
    })
    .exactOptional(),
  /** The petition of the same sender that it is dealt with in; `null`: by itself again. */
  mergedInto: z.string().nullable().exactOptional(),
  /** The limit of publishing the decision. */
  publication: clockStartedSchema.exactOptional(),
  /** The day on which it was published; `null`: it was taken back. */
  publishedOn: date.nullable().exactOptional(),
  /** After which day the decision has legal effect. */
  inForceAfter: date.exactOptional(),
  /** Until when they may complain a second time. */
  window: clockStartedSchema.exactOptional(),
  /** Days that one person said, long after: they wait for a second one. `null`: no longer. */
  issueWaits: waits,
  sendingWaits: waits,
  receiptWaits: waits,
});
export type News = z.infer<typeof newsSchema>;

/** What of it was not known yet; `undefined` where that is nothing. A later word stands for the earlier. */
export function newIn(known: News, told: News): News | undefined {
  const fresh = Object.entries(told).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof News]),
  );
  return fresh.length === 0 ? undefined : Object.fromEntries(fresh);
}

const day = (due: string): string => dayMonthYear(due.slice(0, 10));

/** For the history: the dates that the sender is told. */
export const newsChanges = ({ clock, window }: News) => [
  ...(clock
    ? [change('Hạn báo cho người gửi đơn', 'Date told to the sender', day(clock.due))]
    : []),
  ...(clock === null
    ? [
        change(
          'Hạn báo cho người gửi đơn',
          'Date told to the sender',
          words('Không còn', 'None any more'),
        ),
      ]
    : []),
  ...(window ? [change('Hạn khiếu nại lần hai', 'Second complaint until', day(window.due))] : []),
];
