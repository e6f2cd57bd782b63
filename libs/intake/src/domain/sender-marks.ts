import { MARK_PURPOSES, type MarkPurpose, type SenderMarks } from '@minh-bach/contracts';

interface Said {
  readonly name?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly idNumber?: string | null;
}

/** Fewer digits are no number of one person: an extension, a passport's without its letter. */
const DIGITS = { name: 0, address: 0, phone: 8, idNumber: 9 };

const isMarked = (field: keyof SenderMarks, text: string): boolean =>
  DIGITS[field] === 0
    ? /[\p{L}\p{N}]/u.test(text)
    : text.replace(/\D/g, '').length >= DIGITS[field];

/** Of what is said and can be told apart. */
export async function senderMarks(
  vault: { readonly blindIndex: (purpose: MarkPurpose, text: string) => Promise<string> },
  said: Said,
): Promise<SenderMarks> {
  const fields = Object.keys(MARK_PURPOSES) as (keyof SenderMarks)[];
  const marks = await Promise.all(
    fields.map(async (field) => {
      const text = said[field] ?? '';
      return isMarked(field, text)
        ? [[field, await vault.blindIndex(MARK_PURPOSES[field], text)] as const]
        : [];
    }),
  );
  return Object.fromEntries(marks.flat());
}
