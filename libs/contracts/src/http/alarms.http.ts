import { z } from 'zod';
import { ALARMS } from '../alarm.ts';
import { roleSchema } from '../roles.ts';
import { personRefSchema, unitRefSchema } from './common.ts';

/** Services that raise alarms, each with `GET /<service>/alarms`. */
export const ALARMING_SERVICES = ['directory', 'intake'] as const;

export const alarmsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      alarm: z.enum(ALARMS),
      /** Whom it is about, and who acted. */
      person: personRefSchema,
      by: personRefSchema,
      at: z.string(),
      /** Of several powers: all that the person held then. Of a last one: what nobody had any more. */
      roles: z.array(roleSchema),
      /** Of a last one: where nobody had it any more. */
      unit: unitRefSchema.nullable(),
      /** Of a new account. */
      accountSince: z.string().nullable(),
    }),
  ),
});
export type Alarms = z.infer<typeof alarmsSchema>;
