/**
 * What draws (ISO 32000-1, table 51), each with its operands: `n` number, `/` name, `s` string, `a`
 * array of numbers, `t` array of numbers and strings. Marked content (BMC, BDC, MP, DP, EMC) is not
 * among them: it shows nothing, and may tell of the document's maker.
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
/** One number a channel; the name of a pattern where it is painted with one. */
const COLOURS = new Set(['SC', 'sc', 'SCN', 'scn']);

/**
 * How many of the operands before it an operator takes, the last ones; nothing where it shows nothing
 * with what stands there.
 *
 * @param kinds one character each, as above
 */
export function operandsTaken(operator: string, kinds: string): number | undefined {
  if (COLOURS.has(operator)) {
    const taken = /n{0,32}\/?$/.exec(kinds)![0];
    return taken === '' || (taken.endsWith('/') && !/n$/i.test(operator))
      ? undefined
      : taken.length;
  }
  const asked = FIXED.get(operator);
  if (asked === undefined) return undefined;
  const found = kinds.slice(kinds.length - asked.length);
  const fits = found === asked || (asked === 't' && found === 'a');
  return fits ? asked.length : undefined;
}
