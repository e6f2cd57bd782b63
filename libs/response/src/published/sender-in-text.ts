import { MARK_PURPOSES, markedSize, type SenderMarks } from '@minh-bach/contracts';
import { InTurn, everMarkedIn, type EverMarked, type ServiceRuntime } from '@minh-bach/platform';
import { numbersIn, runsOf } from './candidates.ts';

/** As long as a name or an address may be that somebody types, in words; numbers have fewer digits. */
const LONGEST = 250;
/** Of older marks, which do not say how long what they are of is. */
const UNSAID = {
  name: range(1, 24),
  address: range(3, 24),
  phone: range(8, 15),
  idNumber: range(9, 15),
} as const;
/** Hashes made at a time: between two lots others get their turn. */
const LOT = 500;

interface Said {
  readonly namesSender: boolean;
  readonly compared: boolean;
}

interface Asked {
  readonly petitions: readonly string[];
  readonly text: string;
  readonly person: string;
}

const turns = new InTurn();

/**
 * Whether a text tells who sent these petitions: a name, an address, a phone number, a number of a person or
 * a firm. No seal is opened for it: petitions bear keyed hashes of these (`senderMarks` of intake), and what
 * the text holds of the same length is hashed the same way. It finds what is written out, not what is only
 * hinted at.
 *
 * One text of a person at a time, and one of all: who sends many waits for themselves.
 */
export const senderIn = (service: Service, asked: Asked): Promise<Said> =>
  turns.run(`of ${asked.person}`, () => turns.run('all', () => compare(service, asked)));

type Service = Pick<ServiceRuntime, 'infrastructure'>;

async function compare({ infrastructure }: Service, { petitions, text }: Asked): Promise<Said> {
  const { store, vault } = infrastructure;
  const ever = (await Promise.all(petitions.map((one) => everMarkedIn(store, one)))).flat();
  for (const field of Object.keys(MARK_PURPOSES) as (keyof SenderMarks)[]) {
    const marked = ever.filter((one) => one.field === field);
    if (marked.length === 0) continue;
    const wanted = new Set(marked.map(({ mark }) => mark));
    const sizes = await sizesOf(vault, marked);
    const candidates =
      field === 'name' || field === 'address'
        ? runsOf(text, field, sizes)
        : numbersIn(text, MARK_PURPOSES[field], sizes);
    for (const lot of lotsOf(candidates)) {
      const hashes = await Promise.all(
        lot.map((one) => vault.blindIndex(MARK_PURPOSES[field], one)),
      );
      if (hashes.some((hash) => wanted.has(hash))) return { namesSender: true, compared: true };
      await new Promise(setImmediate);
    }
  }
  return { namesSender: false, compared: ever.length > 0 };
}

async function sizesOf(
  vault: Service['infrastructure']['vault'],
  marked: readonly EverMarked[],
): Promise<ReadonlySet<number>> {
  const all = await Promise.all(
    marked.map(async ({ field, mark, size }) => {
      if (size === undefined) return UNSAID[field];
      for (const n of range(1, LONGEST))
        if ((await vault.blindIndex('size', markedSize(mark, n))) === size) return [n];
      return UNSAID[field];
    }),
  );
  return new Set(all.flat());
}

function* lotsOf(candidates: Iterable<string>): Generator<string[]> {
  const seen = new Set<string>();
  let lot: string[] = [];
  for (const one of candidates) {
    if (seen.has(one)) continue;
    seen.add(one);
    lot.push(one);
    if (lot.length < LOT) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
