import { active, broken, lies } from './file-errors.ts';
import { findName } from './pdf-names.ts';
import { objectStreams } from './pdf-object-streams.ts';

/**
 * What acts, calls, carries other files, or cannot be looked into. `JavaScript` covers every script
 * (its action must say so), so plain `OpenAction` to a page, links and signatures pass.
 */
const REFUSED = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Encrypt',
];

/** Enough for any page tree, few enough to look at in no time. */
const MAX_NODES = 5_000;

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

  const pages = new PageCount();
  for (const part of parts(bytes)) {
    const found = findName(part, REFUSED);
    if (found) throw active(found);
    pages.lookInto(part);
  }
  return pages.most || undefined;
}

function* parts(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  yield* objectStreams(bytes);
}

/** The largest count of a node of the page tree is the root's (7.7.3.2). */
class PageCount {
  most = 0;
  /** For all parts of a document together: what has more is hardly a page tree. */
  #nodes = MAX_NODES;

  lookInto(bytes: Buffer): void {
    for (let at = bytes.indexOf('/Pages'); at !== -1; at = bytes.indexOf('/Pages', at + 1)) {
      if ((this.#nodes -= 1) < 0) return;
      const before = bytes.toString('latin1', Math.max(0, at - 400), at);
      const after = bytes.toString('latin1', at, at + 400);
      if (!/\/Type\s*$/.test(before)) continue;
      const text = before.slice(before.lastIndexOf('endobj') + 1) + after.split('endobj')[0]!;
      for (const [, count] of text.matchAll(/\/Count\s+(\d{1,6})/g))
        this.most = Math.max(this.most, Number(count));
    }
  }
}
