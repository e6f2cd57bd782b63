import {
  MARK_PURPOSES,
  markedSize,
  type MarkPurpose,
  type SenderMarks,
} from '@minh-bach/contracts';
import { sizeOf } from '@minh-bach/vault';

interface Said {
  readonly name?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly idNumber?: string | null;
}

interface Hashing {
  readonly blindIndex: (purpose: MarkPurpose | 'size', text: string) => Promise<string>;
}

/** Fewer digits are no number of one person: an extension, a passport's without its letter. */
const LEAST = { name: 1, address: 1, phone: 8, idNumber: 9 };

/** Of what is said and can be told apart. */
export async function senderMarks(vault: Hashing, said: Said): Promise<SenderMarks> {
  return (await markedSender(vault, said)).senderMarks;
}

/** The same with how long each is. */
export async function markedSender(
  vault: Hashing,
  said: Said,
): Promise<{ readonly senderMarks: SenderMarks; readonly senderSizes: SenderMarks }> {
  const fields = Object.keys(MARK_PURPOSES) as (keyof SenderMarks)[];
  const marked = await Promise.all(
    fields.map(async (field) => {
      const text = said[field] ?? '';
      const size = sizeOf(MARK_PURPOSES[field], text);
      if (size < LEAST[field]) return [];
      const mark = await vault.blindIndex(MARK_PURPOSES[field], text);
      return [{ field, mark, size: await vault.blindIndex('size', markedSize(mark, size)) }];
    }),
  );
  const of = (what: 'mark' | 'size') =>
    Object.fromEntries(marked.flat().map((one) => [one.field, one[what]]));
  return { senderMarks: of('mark'), senderSizes: of('size') };
}
