import { z } from 'zod';
import { ALARM_KINDS } from '../alarm.ts';
import { roleSchema } from '../roles.ts';
import { pageQuery, personRefSchema, unitRefSchema } from './common.ts';

export const alarmsQuery = z.strictObject(pageQuery);

export const alarmsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      alarm: z.enum(ALARM_KINDS),
      /** Whom it is about, and who acted; `null` where no person did. */
      person: personRefSchema.nullable(),
      by: personRefSchema.nullable(),
      at: z.string(),
      /** Of several powers: all that the person held then. Of a last one: what nobody had any more. */
      roles: z.array(roleSchema),
      /** Of a last one: where nobody had it any more. Of a denunciation: its unit. Of a move: which moved. */
      unit: unitRefSchema.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type Alarms = z.infer<typeof alarmsSchema>;
