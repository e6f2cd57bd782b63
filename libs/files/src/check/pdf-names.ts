import { broken } from './file-errors.ts';

const SLASH = 0x2f;
/** No wanted name is longer. */
const LONGEST = 32;
/** Chance makes some thousands of them in 20 MB of compressed data. */
const MAX_ESCAPED = 100_000;

const delimiters = new Uint8Array(256);
for (const byte of Buffer.from('\0\t\n\f\r ()<>[]{}/%')) delimiters[byte] = 1;
const isDelimiter = (byte: number | undefined): boolean =>
  byte === undefined || delimiters[byte] === 1;

/**
 * The first of the wanted names that stands in the bytes, also when written with escapes
 * (`/J#61vaScript`); ISO 32000-1, 7.3.5. Names of five letters or more: shorter ones occur by
 * chance in compressed data.
 */
export function findName(bytes: Buffer, wanted: readonly string[]): string | undefined {
  return (
    wanted.find((name) => standsIn(bytes, Buffer.from(`/${name}`, 'latin1'))) ??
    findEscaped(bytes, new Set(wanted))
  );
}

function standsIn(bytes: Buffer, name: Buffer): boolean {
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1))
    if (isDelimiter(bytes[at + name.length])) return true;
  return false;
}

/** One look at each byte, however many escapes there are: whole runs between delimiters at once. */
function findEscaped(bytes: Buffer, wanted: ReadonlySet<string>): string | undefined {
  let end = 0;
  let names = 0;
  for (let at = bytes.indexOf('#'); at !== -1; at = bytes.indexOf('#', end)) {
    let start = at;
    while (start > end && !isDelimiter(bytes[start - 1])) start -= 1;
    for (end = at; !isDelimiter(bytes[end]);) end += 1;
    if (bytes[start - 1] !== SLASH || end - start > 3 * LONGEST) continue;
    if ((names += 1) > MAX_ESCAPED) throw broken('pdf with too many escaped names');
    const name = unescaped(bytes.toString('latin1', start, end));
    if (wanted.has(name)) return name;
  }
  return undefined;
}

export const unescaped = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
