import {
  SENDER_CORRECTION_WORDS,
  SENDER_FIELD_WORDS,
  change,
  correctSender,
  refusalsOf,
  storedEvent,
  words,
  type BodyOf,
  senderMarksSchema,
  senderSizesSchema,
  type SenderMarks,
} from '@minh-bach/contracts';
import { sealed, type EventOf, z } from '@minh-bach/kernel';

const FIELDS = Object.keys(SENDER_FIELD_WORDS) as (keyof typeof SENDER_FIELD_WORDS)[];

const REASONS = Object.keys(SENDER_CORRECTION_WORDS) as (keyof typeof SENDER_CORRECTION_WORDS)[];

/** What stands in place of what the registration says; what it leaves out stays. */
export const correctedSenderSchema = z.strictObject({
  name: z.string().exactOptional(),
  address: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  email: z.string().exactOptional(),
  idNumber: z.string().exactOptional(),
});

/** The words lie where the identity lies. */
export const senderCorrected = storedEvent(
  'SenderCorrected',
  z.strictObject({
    fields: z.array(z.enum(FIELDS)).min(1),
    corrected: sealed('identity', correctedSenderSchema),
    reason: z.enum(REASONS),
    /** In place of those of these fields; of no denunciation. */
    senderMarks: senderMarksSchema.exactOptional(),
    senderSizes: senderSizesSchema.exactOptional(),
  }),
  {
    // Who sent it makes no decision stale.
    isAside: () => true,
    history: ({ fields, corrected, reason }) => ({
      summary: words(
        'Đính chính thông tin người gửi đơn.',
        'What is known of the sender was corrected.',
      ),
      changes: [
        ...fields.map((field) => {
          const { vi, en } = SENDER_FIELD_WORDS[field];
          return change(vi, en, corrected);
        }),
        change('Lý do', 'Reason', SENDER_CORRECTION_WORDS[reason]),
      ],
    }),
    publishes: (_, { matter }) => ({ type: 'SenderCorrected', data: { petition: matter } }),
  },
);
export type SenderCorrected = EventOf<typeof senderCorrected>;

export interface CorrectSender extends BodyOf<typeof correctSender> {
  readonly type: 'CorrectSender';
  readonly senderMarks?: SenderMarks;
  readonly senderSizes?: SenderMarks;
}

export function correctedSender({
  type: _,
  reason,
  senderMarks,
  senderSizes,
  ...said
}: CorrectSender): SenderCorrected {
  const fields = FIELDS.filter((field) => said[field] !== null);
  if (fields.length === 0) throw refusalsOf(correctSender)('NOTHING_CORRECTED');
  const corrected = Object.fromEntries(fields.map((field) => [field, said[field]]));
  return {
    type: 'SenderCorrected',
    data: {
      ...{ fields, corrected: correctedSenderSchema.parse(corrected), reason },
      ...(senderMarks === undefined ? {} : { senderMarks }),
      ...(senderSizes === undefined ? {} : { senderSizes }),
    },
  };
}
