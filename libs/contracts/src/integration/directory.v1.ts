import { z } from 'zod';
import { roleSchema } from '../roles.ts';
import {
  dateSchema,
  personIdSchema,
  postIdSchema,
  storedLine,
  unitIdSchema,
} from '../vocabulary.ts';

export const DIRECTORY_TOPIC = 'directory.v1';

const name = z.strictObject({ vi: storedLine(200), en: storedLine(200) });
/** As sign-in providers name themselves and people. */
const ascii = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x20-\x7e]*$/);
const dated = { from: dateSchema, to: dateSchema.nullable() };

/**
 * State as of now of one entry of the organisation; a later message for the same entry replaces it.
 * Ids only: `subject` is the `sub` of the sign-in provider. Officers' names are public office data.
 */
export const unitEntrySchema = z.strictObject({
  kind: z.literal('unit'),
  id: unitIdSchema,
  parent: unitIdSchema.nullable(),
  /** Level ids of the rules pack: the words Cục and Chi cục changed meaning on 1 March 2025. */
  level: z.enum(['tong_cuc', 'cuc', 'chi_cuc']),
  name,
  /** Invented for the demo, and shown so. */
  invented: z.boolean(),
  ...dated,
});
export const personEntrySchema = z.strictObject({
  kind: z.literal('person'),
  id: personIdSchema,
  name: storedLine(120),
  issuer: ascii(300),
  subject: ascii(255),
  active: z.boolean(),
});
export const postEntrySchema = z.strictObject({
  kind: z.literal('post'),
  id: postIdSchema,
  unit: unitIdSchema,
  title: name,
  /** A set. Entries from before may repeat some: whoever keeps them drops the repetitions. */
  roles: z.array(roleSchema).min(1),
  /**
   * The head's own post, not a deputy head's: who holds it is the head of the unit. Absent: it is not, as in
   * all that was recorded before there was this mark.
   */
  leads: z.literal(true).exactOptional(),
  person: personIdSchema,
  ...dated,
});
/** Someone acts for the holder of a post for a time (KT., quyền). */
export const deputyEntrySchema = z.strictObject({
  kind: z.literal('deputy'),
  /** Post, deputy and first day, with dots between. */
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,159}$/i),
  post: postIdSchema,
  deputy: personIdSchema,
  /** For whom: who follows him in the post is not acted for. Absent: for whoever holds the post. */
  holder: personIdSchema.exactOptional(),
  /** The head alone chose them: it holds while the head serves, and the deputy in the unit of the post. */
  alone: z.literal(true).exactOptional(),
  from: dateSchema,
  to: dateSchema,
  /** Ended before its time. */
  revoked: z.boolean(),
});

export const directoryEntryV1 = z.discriminatedUnion('kind', [
  unitEntrySchema,
  personEntrySchema,
  postEntrySchema,
  deputyEntrySchema,
]);
export type DirectoryEntryV1 = z.infer<typeof directoryEntryV1>;
export type UnitEntry = z.infer<typeof unitEntrySchema>;
export type PersonEntry = z.infer<typeof personEntrySchema>;
export type PostEntry = z.infer<typeof postEntrySchema>;
export type DeputyEntry = z.infer<typeof deputyEntrySchema>;
