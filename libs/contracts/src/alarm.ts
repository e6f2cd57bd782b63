import { defineEvent, type EventOf, z } from '@minh-bach/kernel';
import { roleSchema } from './roles.ts';
import { instantSchema, personIdSchema } from './vocabulary.ts';

export const ALARMS = ['several-powers', 'new-account-opened-identity'] as const;

/** What is allowed, and worth a second look: a fact beside the event that it is about. */
export const alarmRaised = defineEvent(
  'AlarmRaised',
  z.strictObject({
    alarm: z.enum(ALARMS),
    /** Whom it is about. */
    person: personIdSchema,
    /** Of several powers: all that the person now holds. */
    roles: z.array(roleSchema).exactOptional(),
    /** Of a new account: since when this service knows it. */
    accountSince: instantSchema.exactOptional(),
  }),
);
export type AlarmRaised = EventOf<typeof alarmRaised>;

/** So long an account counts as new. */
export const NEW_ACCOUNT_MS = 24 * 60 * 60_000;
