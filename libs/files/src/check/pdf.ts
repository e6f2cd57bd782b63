import { active, broken, lies } from './file-errors.ts';
import { Actions } from './pdf-actions.ts';
import { findName } from './pdf-names.ts';
import { pdfObjects } from './pdf-objects.ts';
import { entryOf, nameOf, numberOf, type PdfValue } from './pdf-values.ts';

/** What acts, calls, carries or fetches other files, or cannot be looked into. */
const REFUSED = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Filespec',
  'FileAttachment',
  'RichMedia',
  'RichMediaExecute',
  'Rendition',
  'Movie',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Encrypt',
];

/**
 * PDF (ISO 32000): header at the first byte, the end at the end, nothing that acts.
 *
 * @returns the number of pages, where the page tree tells it
 */
export function checkPdf(bytes: Buffer): number | undefined {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) throw broken('pdf header');
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2_048));
  const end = tail.lastIndexOf('%%EOF');
  if (end === -1 || !tail.includes('startxref')) throw broken('pdf cut off');
  if (!/^[\s\0]*$/.test(tail.slice(end + 5))) throw lies('data after the end of the document');

  // Names are looked for in all bytes, whatever they belong to; what acts by its place in objects.
  refuseNames(bytes);
  const actions = new Actions();
  let pages = 0;
  for (const object of pdfObjects(bytes, refuseNames)) {
    actions.lookAt(object);
    pages = Math.max(pages, pagesBelow(object.value));
  }
  actions.finish();
  return pages || undefined;
}

function refuseNames(bytes: Buffer): void {
  const found = findName(bytes, REFUSED);
  if (found) throw active(found);
}

/** The largest count of a node of the page tree is the root's (7.7.3.2). */
function pagesBelow(value: PdfValue): number {
  if (value.kind !== 'dict' || nameOf(entryOf(value, 'Type')) !== 'Pages') return 0;
  return Math.min(numberOf(entryOf(value, 'Count')) ?? 0, 999_999);
}
