import { checkFile, type FileType } from '../check/check-file.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPdf } from './clean-pdf.ts';
import { cleanPng } from './clean-png.ts';
import { uncleanable } from './uncleanable.ts';

const CLEAN: Readonly<Record<FileType, (bytes: Buffer) => Buffer>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'application/pdf': cleanPdf,
};

/**
 * A working copy: what is on the pages, and nothing that tells who made the file, with what, or when.
 * It is checked like a file that comes in.
 *
 * @throws DomainError `FILE_UNCLEANABLE` {reason}
 */
export async function cleanFile(bytes: Buffer, type: FileType): Promise<Uint8Array> {
  try {
    const { pages } = await checkFile(bytes, type);
    const copy = CLEAN[type](bytes);
    if ((await checkFile(copy, type)).pages !== pages) throw uncleanable('pages');
    return copy;
  } catch {
    throw uncleanable(type);
  }
}
