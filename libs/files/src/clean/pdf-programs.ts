import { uncleanable } from './uncleanable.ts';

/** Far longer than any that a writer makes. */
export const MAX_PROGRAM = 4 * 1024 * 1024;
/** ISO 32000-1, table 42, besides braces and numbers. */
const CALCULATES = new Set(
  (
    'abs add atan ceiling cos cvi cvr div exp floor idiv ln log mod mul neg round sin sqrt sub truncate ' +
    'and bitshift eq false ge gt le lt ne not or true xor if ifelse copy dup exch index pop roll'
  ).split(' '),
);
const NUMBER = /^[+-]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})(?:e[+-]?\d{1,3})?$/i;

/** A function of type 4, word by word (7.10.5). @throws DomainError `FILE_UNCLEANABLE` */
export function calculator(program: Buffer): Buffer {
  const words = [...wordsOf(program)];
  const isKnown = (word: string) =>
    word === '{' || word === '}' || CALCULATES.has(word) || NUMBER.test(word);
  if (!words.every(isKnown)) throw uncleanable('pdf function');
  return Buffer.from(words.join(' '));
}

/** What is mapped, by how many operands each. */
const KINDS: Readonly<Record<string, number>> = {
  ...{ codespacerange: 2, bfchar: 2, cidchar: 2, notdefchar: 2 },
  ...{ bfrange: 3, cidrange: 3, notdefrange: 3 },
};
/** Codes and characters; a ligature has some dozen. */
const CODE = /^<[\da-f]{0,256}>$/i;
const INTEGER = /^[+-]?\d{1,10}$/;

/**
 * What a CMap maps (9.7.5, 9.10.3), written anew: ranges of codes, and numbers of glyphs or characters.
 *
 * @throws DomainError `FILE_UNCLEANABLE` for one that builds on another by name
 */
export function characterMap(program: Buffer): Buffer {
  const words = [...wordsOf(program)];
  if (words.includes('usecmap')) throw uncleanable('pdf character map');
  const sections: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const kind = words[at]!.startsWith('begin') ? words[at]!.slice(5) : '';
    if (!Object.hasOwn(KINDS, kind)) continue;
    const end = words.indexOf(`end${kind}`, at);
    if (end === -1) throw uncleanable('pdf character map');
    sections.push(section(kind, words.slice(at + 1, end)));
    at = end;
  }
  const isUpright = words[words.indexOf('/WMode') + 1] === '1' && words.includes('/WMode');
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def',
      `/CMapName /X def /CMapType 2 def /WMode ${isUpright ? 1 : 0} def`,
      ...sections,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n'),
  );
}

/** Codes, numbers, and lists of codes, which have no lists in them. */
function section(kind: string, words: readonly string[]): string {
  let [operands, isOpen] = [0, false];
  for (const word of words) {
    const isKnown = word === '[' ? !isOpen : word === ']' ? isOpen : mapped(word);
    if (!isKnown) throw uncleanable('pdf character map');
    if (!isOpen) operands += 1;
    if (word === '[' || word === ']') isOpen = word === '[';
  }
  if (isOpen) throw uncleanable('pdf character map');
  return `${Math.ceil(operands / KINDS[kind]!)} begin${kind} ${words.join(' ')} end${kind}`;
}

const mapped = (word: string): boolean => CODE.test(word) || INTEGER.test(word);

const SPACES = '\0\t\n\f\r ';
const ALONE = '[]{}()';
const MAX_WORD = 1_000;

/** In one pass: words, codes without the spaces in them, and brackets, each alone; no comments. */
function* wordsOf(program: Buffer): Generator<string> {
  if (program.length > MAX_PROGRAM) throw uncleanable('pdf program too long');
  let [word, isComment] = ['', false];
  for (const byte of program) {
    const character = String.fromCharCode(byte);
    const isLineEnd = character === '\n' || character === '\r';
    if (isComment && !isLineEnd) continue;
    isComment = character === '%';
    const isSpace = SPACES.includes(character);
    if (isSpace && word.startsWith('<') && word !== '<<') continue;
    const begins = '/<'.includes(character) && word !== '<';
    if (isSpace || isComment || begins || ALONE.includes(character)) {
      if (word !== '') yield word;
      word = '';
    }
    if (isSpace || isComment) continue;
    if (ALONE.includes(character)) yield character;
    else if ((word += character).length > MAX_WORD) throw uncleanable('pdf program');
    if (character === '>' && word.startsWith('<') && !word.startsWith('<<')) {
      yield word;
      word = '';
    }
  }
  if (word !== '') yield word;
}

/**
 * To which glyphs characters lead (9.7.4.3), where all lead to one, as the invisible texts of OCR have it.
 *
 * @throws DomainError `FILE_UNCLEANABLE` for any other
 */
export function glyphMap(map: Buffer): Buffer {
  const isOne = map.every((byte, i) => i < 2 || byte === map[i % 2]);
  if (!isOne || map.length > 2 * 65_536) throw uncleanable('pdf map of glyphs');
  return map;
}
