import { uncleanable } from './uncleanable.ts';

/**
 * What draws (ISO 32000-1, table 51), each with its operands: `n` number, `/` name, `s` string, `a`
 * array of numbers, `t` array of numbers and strings. Marked content is not among them: it shows
 * nothing, and may tell of the document's maker.
 */
const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'q',
    'Q',
    'h',
    'S',
    's',
    'F',
    'f',
    'f*',
    'B',
    'B*',
    'b',
    'b*',
    'n',
    'W',
    'W*',
    'BT',
    'ET',
    'T*',
  ],
  n: ['w', 'J', 'j', 'M', 'i', 'Tc', 'Tw', 'Tz', 'TL', 'Tr', 'Ts', 'G', 'g'],
  nn: ['m', 'l', 'Td', 'TD', 'd0'],
  nnn: ['RG', 'rg'],
  nnnn: ['v', 'y', 're', 'K', 'k'],
  nnnnnn: ['cm', 'c', 'Tm', 'd1'],
  an: ['d'],
  '/': ['ri', 'gs', 'CS', 'cs', 'sh', 'Do'],
  '/n': ['Tf'],
  s: ['Tj', "'"],
  nns: ['"'],
  t: ['TJ'],
};
const FIXED = new Map(
  Object.entries(OPERANDS).flatMap(([kinds, operators]) =>
    operators.map((operator) => [operator, kinds] as const),
  ),
);
/** Marks of content, and of parts that a reader may not know: they show nothing. */
const MARKS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX']);
/** One number a channel; the name of a pattern where it is painted with one. */
const COLOURS = new Set(['SC', 'sc', 'SCN', 'scn']);

/**
 * How many of the operands before it an operator takes, the last ones; nothing where it shows nothing.
 * Of operands that it does not take readers make what they like: those have no copy.
 *
 * @param kinds one character each, as above
 * @param lenient in a part that a reader may not know all of
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function operandsTaken(
  operator: string,
  kinds: string,
  lenient: boolean,
): number | undefined {
  if (MARKS.has(operator)) return undefined;
  const asked = COLOURS.has(operator) ? coloursOf(operator, kinds) : FIXED.get(operator);
  if (asked === undefined && lenient) return undefined;
  const found = kinds.slice(kinds.length - (asked?.length ?? 0));
  if (asked !== undefined && (found === asked || (asked === 't' && found === 'a')))
    return asked.length;
  throw uncleanable('pdf operator');
}

function coloursOf(operator: string, kinds: string): string | undefined {
  const taken = /n{0,32}\/?$/.exec(kinds)![0];
  return taken === '' || (taken.endsWith('/') && !/n$/i.test(operator)) ? undefined : taken;
}
