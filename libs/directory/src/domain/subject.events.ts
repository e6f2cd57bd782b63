import { defineEvent, type EventOf, z } from '@minh-bach/kernel';

/** A sign-in identity belongs to this person from now on, and to nobody else ever. */
export const subjectTaken = defineEvent('SubjectTaken', z.strictObject({ person: z.string() }));

export type SubjectTaken = EventOf<typeof subjectTaken>;
