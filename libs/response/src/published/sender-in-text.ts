import { MARK_PURPOSES, type SenderMarks } from '@minh-bach/contracts';
import { everMarksIn, type ServiceRuntime } from '@minh-bach/platform';

/** So many words a name or an address has at the least, to be looked for, and at the most. */
const LENGTHS = { name: [2, 16], address: [3, 24] } as const;
/** Hashes made at a time: between two lots others get their turn. */
const LOT = 2_000;

interface Said {
  readonly namesSender: boolean;
  readonly compared: boolean;
}

/**
 * Whether a text tells who sent these petitions: a name, an address, a phone number, a number of a person or
 * a firm. No seal is opened for it: petitions bear keyed hashes of these (`senderMarks` of intake), and all
 * that the text holds is hashed the same way. It finds what is written out, not what is only hinted at.
 */
export async function senderIn(
  { infrastructure }: Pick<ServiceRuntime, 'infrastructure'>,
  petitions: readonly string[],
  text: string,
): Promise<Said> {
  const { store, vault } = infrastructure;
  const marks: SenderMarks[] = [];
  for (const petition of petitions) marks.push(...(await everMarksIn(store, petition)));
  const of = (field: keyof SenderMarks) => new Set(marks.flatMap((mark) => mark[field] ?? []));
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const numbers = text.match(/\+?\d[\d\s.()/-]{6,}\d/g) ?? [];
  const asked: [keyof SenderMarks, Iterable<string>][] = [
    ['phone', numbers],
    ['idNumber', [...numbers, ...tailsOf(numbers)]],
    ['name', runsOf(words, LENGTHS.name)],
    ['address', runsOf(words, LENGTHS.address)],
  ];
  for (const [field, candidates] of asked) {
    const wanted = of(field);
    if (wanted.size === 0) continue;
    for (const lot of lotsOf(new Set(candidates))) {
      const hashes = await Promise.all(
        lot.map((one) => vault.blindIndex(MARK_PURPOSES[field], one)),
      );
      if (hashes.some((hash) => wanted.has(hash))) return { namesSender: true, compared: true };
      await new Promise(setImmediate);
    }
  }
  return { namesSender: false, compared: marks.length > 0 };
}

/** All runs of so many words. */
function* runsOf(words: readonly string[], [least, most]: readonly [number, number]) {
  for (let from = 0; from < words.length; from++)
    for (let n = least; n <= most && from + n <= words.length; n++)
      yield words.slice(from, from + n).join(' ');
}

/** Two numbers side by side read as one. */
const tailsOf = (numbers: readonly string[]): string[] =>
  numbers.flatMap((number) => number.match(/\d[\d.]{7,}\d/g) ?? []);

function* lotsOf(all: ReadonlySet<string>): Generator<string[]> {
  const list = [...all];
  for (let from = 0; from < list.length; from += LOT) yield list.slice(from, from + LOT);
}
