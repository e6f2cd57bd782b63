import { fileTypeFromBuffer } from 'file-type';
import { lies, notAllowed } from './file-errors.ts';
import { checkJpeg } from './jpeg.ts';
import { checkPdf } from './pdf.ts';
import { checkPng } from './png.ts';
import { isAlsoZip } from './zip.ts';

/** What may come in; everything else is refused, whatever it is. */
export const fileTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type FileType = (typeof fileTypes)[number];

export interface CheckedFile {
  readonly type: FileType;
  /** Of a PDF, where it tells; an image is one page. */
  readonly pages?: number;
}

/** What browsers say when they do not know. */
const UNSAID = ['', 'application/octet-stream'];

/**
 * What the bytes are, by themselves; what was declared may be silent but not differ.
 *
 * @throws DomainError `FILE_TYPE_NOT_ALLOWED`, `FILE_TYPE_LIES`, `FILE_BROKEN`, `FILE_TOO_LARGE`
 *   (an image's dimensions), `FILE_ACTIVE_CONTENT`
 */
export async function checkFile(bytes: Buffer, declared = ''): Promise<CheckedFile> {
  const claim = declared.split(';')[0]!.trim().toLowerCase().replace('image/jpg', 'image/jpeg');
  if (!UNSAID.includes(claim) && !isAllowed(claim)) throw notAllowed('declared type');
  const found = (await fileTypeFromBuffer(bytes.subarray(0, 4_100)))?.mime ?? 'unknown';
  if (isAllowed(claim) && found !== claim) throw lies('content is of another type');
  if (!isAllowed(found)) throw notAllowed(found);
  if (isAlsoZip(bytes)) throw lies('is an archive as well');

  switch (found) {
    case 'image/png':
      checkPng(bytes);
      return { type: found, pages: 1 };
    case 'image/jpeg':
      checkJpeg(bytes);
      return { type: found, pages: 1 };
    case 'application/pdf': {
      const pages = checkPdf(bytes);
      return pages === undefined ? { type: found } : { type: found, pages };
    }
  }
}

const isAllowed = (type: string): type is FileType =>
  (fileTypes as readonly string[]).includes(type);
