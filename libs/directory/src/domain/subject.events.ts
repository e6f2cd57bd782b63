import { storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

/** A sign-in identity belongs to this person from now on, and to nobody else ever. */
export const subjectTaken = storedEvent('SubjectTaken', z.strictObject({ person: z.string() }), {
  history: () => ({ summary: words('Cấp mã tài khoản.', 'The account was given to a person.') }),
});

export type SubjectTaken = EventOf<typeof subjectTaken>;
