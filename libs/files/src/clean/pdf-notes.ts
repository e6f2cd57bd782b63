import { entryOf, nameOf, numberOf, type PdfDict, type PdfValue } from '../check/pdf-values.ts';
import type { PdfSource } from './pdf-source.ts';
import { uncleanable } from './uncleanable.ts';

const HIDDEN = 2;
const PUSH_BUTTON = 65_536;
/** Texts in which nothing is written; `þÿ` says how a text is written. */
const BLANK = ['()', '<>', '(þÿ)', '<feff>'];
const MAX_PARENTS = 20;

/**
 * Whether a note, a link or a field of a form is kept as what it looks like. Without a look of its own
 * readers draw one, each another: then it must be certain that there is nothing to show.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function hasLook(source: PdfSource, note: PdfDict): boolean {
  const of = (dict: PdfDict, key: string) => source.resolve(entryOf(dict, key));
  const shown = nameOf(of(note, 'Subtype'));
  if (shown === 'Popup') return false;
  const field = shown === 'Widget' ? fieldOf(source, note) : undefined;
  if (field?.isFilled && drawsAnew(source)) throw uncleanable('pdf field of a form');
  if (isDrawn(source, note)) return true;
  const isHidden = ((numberOf(of(note, 'F')) ?? 0) & HIDDEN) !== 0;
  const isBare = shown === 'Link' ? !hasFrame(source, note) : field && !field.shows;
  if (isHidden || isBare) return false;
  throw uncleanable('pdf note without a look');
}

/** A stream, or the one of several that is chosen (12.5.5). */
function isDrawn(source: PdfSource, note: PdfDict): boolean {
  const looks = source.resolve(entryOf(note, 'AP'));
  const normal = looks?.kind === 'dict' ? entryOf(looks, 'N') : undefined;
  if (normal?.kind === 'ref' && source.object(normal)?.data !== undefined) return true;
  const chosen = nameOf(source.resolve(entryOf(note, 'AS')));
  return source.resolve(normal)?.kind === 'dict' && chosen !== undefined;
}

/** A frame that is asked for; without a word readers draw none. */
function hasFrame(source: PdfSource, link: PdfDict): boolean {
  const style = source.resolve(entryOf(link, 'BS'));
  const border = source.resolve(entryOf(link, 'Border'));
  if (style === undefined && border === undefined) return false;
  const width = style?.kind === 'dict' ? entryOf(style, 'W') : undefined;
  const third = border?.kind === 'array' ? border.items[2] : undefined;
  const said = source.resolve(style === undefined ? third : width);
  return said?.kind !== 'word' || Number(said.word) !== 0;
}

/** Of a field (12.7.3): what it inherits, whether it has a value, whether a reader draws something. */
function fieldOf(source: PdfSource, widget: PdfDict) {
  const inherited = (key: string): PdfValue | undefined => {
    let node: PdfValue | undefined = widget;
    for (let i = 0; i < MAX_PARENTS && node?.kind === 'dict'; i++) {
      const value = source.resolve(entryOf(node, key));
      if (value !== undefined) return value;
      node = source.resolve(entryOf(node, 'Parent'));
    }
    return node;
  };
  const type = nameOf(inherited('FT'));
  const isFilled = type !== 'Sig' && !isBlank(inherited('V'));
  const isButton = type === 'Btn' && ((numberOf(inherited('Ff')) ?? 0) & PUSH_BUTTON) !== 0;
  const colours = source.resolve(entryOf(widget, 'MK'));
  const isColoured = ['BG', 'BC'].some(
    (key) => colours?.kind === 'dict' && !isBlank(source.resolve(entryOf(colours, key))),
  );
  return { isFilled, shows: isFilled || isButton || isColoured };
}

function isBlank(value: PdfValue | undefined): boolean {
  if (value === undefined || (value.kind === 'word' && value.word === 'null')) return true;
  if (value.kind === 'string') return BLANK.includes(value.raw.toString('latin1').toLowerCase());
  return nameOf(value) === 'Off' || (value.kind === 'array' && value.items.length === 0);
}

/** Readers are asked to draw all fields by their values, whatever look they have (12.7.2). */
function drawsAnew(source: PdfSource): boolean {
  const form = source.resolve(entryOf(source.root, 'AcroForm'));
  const asked =
    form?.kind === 'dict' ? source.resolve(entryOf(form, 'NeedAppearances')) : undefined;
  return asked?.kind === 'word' && asked.word === 'true';
}
