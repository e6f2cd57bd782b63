import { z } from 'zod';

const mark = z.string().exactOptional();

/**
 * Keyed hashes of what the paper says of its sender: two petitions of one sender bear the same, and nobody
 * reads the sender from them. A denunciation bears none, so nothing links it to what else its sender wrote.
 */
export const senderMarksSchema = z.strictObject({
  name: mark,
  address: mark,
  phone: mark,
  idNumber: mark,
});
export type SenderMarks = z.infer<typeof senderMarksSchema>;

/**
 * Keyed hashes of how many words or digits lie behind each mark. Without them a text would have to be
 * hashed at every length to see whether it holds what was marked. Of one mark there is one: it links
 * nothing that the mark does not.
 */
export const senderSizesSchema = senderMarksSchema;

/** What each is hashed as: hashes of one purpose can be compared. */
export const MARK_PURPOSES = {
  name: 'name',
  address: 'address',
  phone: 'phone',
  idNumber: 'identity-number',
} as const satisfies Readonly<Record<keyof SenderMarks, string>>;
export type MarkPurpose = (typeof MARK_PURPOSES)[keyof SenderMarks];

/** What is hashed for the size of what a mark is of. */
export const markedSize = (mark: string, size: number): string => `${mark} ${size}`;

/** One number of a person or firm; or one name, with the same phone or address. */
export const isSameSender = (a: SenderMarks, b: SenderMarks): boolean => {
  const same = (field: keyof SenderMarks) => a[field] !== undefined && a[field] === b[field];
  return same('idNumber') || (same('name') && (same('phone') || same('address')));
};
