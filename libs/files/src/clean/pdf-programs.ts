import { uncleanable } from './uncleanable.ts';

const COMMENT = /%[^\r\n]*/g;
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
  const text = program.toString('latin1').replace(COMMENT, ' ');
  const words = text.match(/[{}]|[^\s\0{}]+/g) ?? [];
  const isKnown = (word: string) =>
    word === '{' || word === '}' || CALCULATES.has(word) || NUMBER.test(word);
  if (!words.every(isKnown)) throw uncleanable('pdf function');
  return Buffer.from(words.join(' '));
}

const KINDS = 'codespacerange|bfchar|bfrange|cidchar|cidrange|notdefchar|notdefrange';
const BRACKETS = new RegExp(`\\b(begin|end)(${KINDS})\\b`);
const MAPPED = /<[\da-f\s]*>|\[|\]|[+-]?\d{1,10}/gi;

/**
 * What a CMap maps (9.7.5, 9.10.3), written anew: ranges of codes, and numbers of glyphs or characters.
 *
 * @throws DomainError `FILE_UNCLEANABLE` for one that builds on another by name
 */
export function characterMap(program: Buffer): Buffer {
  const text = program.toString('latin1').replace(COMMENT, ' ');
  if (/\busecmap\b/.test(text)) throw uncleanable('pdf character map');
  // What stands before each bracket, the bracket, and what it is about, in turn.
  const parts = text.split(BRACKETS);
  const sections = parts.flatMap((part, i) => {
    if (part !== 'begin' || i % 3 !== 1) return [];
    const [kind = '', said = '', end, ended] = parts.slice(i + 1, i + 5);
    if (end !== 'end' || ended !== kind) throw uncleanable('pdf character map');
    return [section(kind, said)];
  });
  const mode = /\/WMode\s+([01])\s+def\b/.exec(text)?.[1] ?? '0';
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def',
      `/CMapName /X def /CMapType 2 def /WMode ${mode} def`,
      ...sections,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n'),
  );
}

function section(kind: string, said: string): string {
  if (said.replace(MAPPED, '').trim() !== '') throw uncleanable('pdf character map');
  const mapped = (said.match(MAPPED) ?? []).map((word) => word.replace(/\s/g, '')).join(' ');
  const operands = mapped
    .replace(/\[[^\]]*\]/g, '[]')
    .split(' ')
    .filter(Boolean).length;
  const each = kind.endsWith('char') || kind === 'codespacerange' ? 2 : 3;
  return `${Math.ceil(operands / each)} begin${kind} ${mapped} end${kind}`;
}
