import type { SenderMarks } from '@minh-bach/contracts';

interface Said {
  readonly name?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly idNumber?: string | null;
}

const PURPOSES = {
  name: 'name',
  address: 'address',
  phone: 'phone',
  idNumber: 'identity-number',
} as const;

type Purpose = (typeof PURPOSES)[keyof typeof PURPOSES];

/** Fewer digits are no number of one person: an extension, a passport's without its letter. */
const DIGITS = { name: 0, address: 0, phone: 8, idNumber: 9 };

const isMarked = (field: keyof typeof PURPOSES, text: string): boolean =>
  DIGITS[field] === 0
    ? /[\p{L}\p{N}]/u.test(text)
    : text.replace(/\D/g, '').length >= DIGITS[field];

/** Of what is said and can be told apart. */
export async function senderMarks(
  vault: { readonly blindIndex: (purpose: Purpose, text: string) => Promise<string> },
  said: Said,
): Promise<SenderMarks> {
  const fields = Object.keys(PURPOSES) as (keyof typeof PURPOSES)[];
  const marks = await Promise.all(
    fields.map(async (field) => {
      const text = said[field] ?? '';
      return isMarked(field, text)
        ? [[field, await vault.blindIndex(PURPOSES[field], text)] as const]
        : [];
    }),
  );
  return Object.fromEntries(marks.flat());
}
