import { isKept } from './pdf-kept-keys.ts';
import { uncleanable } from './uncleanable.ts';

const words = (text: string): readonly string[] => text.split(/\s/).filter(Boolean);

/** The standard's own (ISO 32000-1), and fonts that readers have. */
const STANDARD = new Set([
  ...words('Catalog Pages Page XObject Font FontDescriptor ExtGState Pattern Group Mask Encoding'),
  ...words('Annot Image Form Stamp Type0 Type1 MMType1 Type3 TrueType CIDFontType0 CIDFontType2'),
  ...words('Type1C CIDFontType0C OpenType Transparency Alpha Luminosity Identity Default'),
  ...words(
    'DeviceGray DeviceRGB DeviceCMYK CalGray CalRGB Lab Indexed Separation DeviceN NChannel',
  ),
  ...words('DefaultGray DefaultRGB DefaultCMYK All None Cyan Magenta Yellow Black'),
  ...words('AbsoluteColorimetric RelativeColorimetric Saturation Perceptual Normal Compatible'),
  ...words('Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight'),
  ...words('Difference Exclusion Hue Color PDF Text ImageB ImageC ImageI Off On Yes'),
  ...words('WinAnsiEncoding MacRomanEncoding MacExpertEncoding StandardEncoding'),
  ...words('Identity-H Identity-V UltraCondensed ExtraCondensed Condensed SemiCondensed'),
  ...words('SemiExpanded Expanded ExtraExpanded UltraExpanded'),
  ...words('Helvetica Helvetica-Bold Helvetica-Oblique Helvetica-BoldOblique Symbol ZapfDingbats'),
  ...words('Times-Roman Times-Bold Times-Italic Times-BoldItalic Courier Courier-Bold'),
  ...words('Courier-Oblique Courier-BoldOblique ArialMT Arial-BoldMT Arial-ItalicMT Arial'),
  ...words('Arial-BoldItalicMT TimesNewRomanPSMT TimesNewRomanPS-BoldMT TimesNewRoman CourierNew'),
  ...words('TimesNewRomanPS-ItalicMT TimesNewRomanPS-BoldItalicMT CourierNewPSMT Tahoma Verdana'),
]);

const GLYPHS = new Set(
  words(`.notdef space exclam quotedbl numbersign dollar percent ampersand quotesingle quoteright
  quoteleft parenleft parenright asterisk plus comma hyphen period slash zero one two three four five
  six seven eight nine colon semicolon less equal greater question at bracketleft backslash
  bracketright asciicircum underscore braceleft bar braceright asciitilde exclamdown cent sterling
  fraction yen florin section currency quotedblleft guillemotleft guilsinglleft guilsinglright fi fl
  ff ffi ffl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase
  quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron
  breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash
  OE ordmasculine ae dotlessi lslash oslash oe germandbls Eth eth Thorn thorn mu multiply divide minus
  plusminus degree copyright registered trademark onesuperior twosuperior threesuperior onequarter
  onehalf threequarters logicalnot brokenbar Dcroat dcroat dong Euro nbspace sfthyphen`),
);
const ACCENTS = words(
  'acute grave hookabove tilde dotbelow circumflex breve horn dieresis ring cedilla caron macron ogonek',
).join('|');
/** Letters with their accents, characters by their codes, glyphs by their numbers. */
const GLYPH = new RegExp(
  `^(?:[A-Za-z](?:${ACCENTS}){0,2}|uni[0-9A-F]{4}|u[0-9A-F]{4,6}|(?:[A-Za-z]|cid|gid|glyph)[0-9]{1,5})$`,
);
/** Of three characters with their number; far more than any document has. */
const MOST = 36 ** 3;
/** Where another word would show other characters. */
const ENCODINGS = ['Encoding', 'BaseEncoding', 'UseCMap'];

/**
 * Names in a copy: those of the standard, and of all others only which are the same. A name of somebody's
 * own (of a font, a colour, a glyph, a resource) is a number, wherever it stands.
 */
export class KeptNames {
  readonly #numbers = new Map<string, string>();
  readonly #glyphs = new Set<string>();
  readonly #drawn = new Set<string>();

  /** @param key under which the name stands. @throws DomainError `FILE_UNCLEANABLE` */
  of(name: string, key = ''): string {
    if (key === 'Differences') return this.#glyph(name, this.#glyphs);
    if (STANDARD.has(name) || isKept(name)) return name;
    if (ENCODINGS.includes(key)) throw uncleanable('pdf encoding');
    return this.#numberOf(name);
  }

  /** @param map whose entries have names of the document's own */
  ofEntry(name: string, map: string): string {
    return map === 'CharProcs' ? this.#glyph(name, this.#drawn) : this.of(name);
  }

  /** In a font that is no drawing of the page, a glyph is found by its name alone. */
  refuseOtherGlyphs(): void {
    for (const glyph of this.#glyphs) if (!this.#drawn.has(glyph)) throw uncleanable('pdf glyph');
  }

  #glyph(name: string, seen: Set<string>): string {
    if (GLYPHS.has(name) || GLYPH.test(name)) return name;
    seen.add(name);
    return this.#numberOf(name);
  }

  #numberOf(name: string): string {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      if (this.#numbers.size >= MOST) throw uncleanable('pdf names');
      // No glyph of a document is called so.
      this.#numbers.set(name, (number = `_${this.#numbers.size.toString(36)}`));
    }
    return number;
  }
}
