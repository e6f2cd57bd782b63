import type { PdfValue } from '../check/pdf-values.ts';

type PdfString = Extract<PdfValue, { kind: 'string' }>;

const words = (text: string): readonly string[] => text.split(/\s/).filter(Boolean);

/**
 * What it takes to show a page (ISO 32000-1, tables 29, 30, 44, 57–60, 75–95, 110–124, 164, 168).
 * All else is left out: document information, XMP, ids, dates, names of authors, private data,
 * structure, links, notes, form fields, layers.
 */
const KEPT = new Set([
  ...words('Type Kids Count Parent MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit'),
  ...words('Resources Contents Group Annots S CS I K'),
  ...words('Font XObject ExtGState ColorSpace Pattern Shading ProcSet'),
  ...words('Subtype Width Height BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask'),
  ...words('Matte BBox Matrix FormType Filter DecodeParms Columns Rows BlackIs1 EndOfLine'),
  ...words('EncodedByteAlign EndOfBlock DamagedRowsBeforeError JBIG2Globals Predictor Colors'),
  ...words('EarlyChange ColorTransform Length1 Length2 Length3'),
  ...words('LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK G BC TR TR2'),
  ...words('WhitePoint BlackPoint Gamma'),
  ...words('PatternType PaintType TilingType XStep YStep ShadingType Background AntiAlias Coords'),
  ...words('Domain Function Extend BitsPerCoordinate BitsPerFlag VerticesPerRow'),
  ...words('FunctionType Range Size BitsPerSample Order Encode C0 C1 N Functions Bounds'),
  ...words('BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts'),
  ...words(
    'CIDSystemInfo Registry Ordering Supplement DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix',
  ),
  ...words('CharProcs Differences BaseEncoding CMapName WMode UseCMap FontName Flags ItalicAngle'),
  ...words('Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth'),
  ...words('FontFile FontFile2 FontFile3 FontStretch FontWeight'),
  ...words('Rect AP AS F'),
]);

/** Their entries have names of the document's own, as its pages use them. */
const NAME_MAPS = new Set(
  words('Font XObject ExtGState ColorSpace Pattern Shading CharProcs N Colorants'),
);

/** Sets of characters that readers know (ISO 32000-1, 9.7.3); of others they take the numbers alone. */
const ORDERINGS = ['Identity', 'UCS', 'Japan1', 'GB1', 'CNS1', 'Korea1', 'KR', 'Manga1'];

export const isKept = (key: string): boolean => KEPT.has(key);
export const isNameMap = (key: string): boolean => NAME_MAPS.has(key);

/** The only strings that say how a page is shown, in words of the standard; nothing for all others. */
export function keptString(value: PdfString, key: string): PdfValue | undefined {
  if (key === 'Registry') return { kind: 'string', raw: Buffer.from('(Adobe)') };
  if (key !== 'Ordering') return undefined;
  const said = value.raw.toString('latin1').slice(1, -1);
  const known = ORDERINGS.includes(said) ? said : 'Identity';
  return { kind: 'string', raw: Buffer.from(`(${known})`) };
}
