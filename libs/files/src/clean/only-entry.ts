import type { PdfDict, PdfValue } from '../check/pdf-values.ts';
import { uncleanable } from './uncleanable.ts';

/**
 * Of a key that stands twice some readers take the first, others the last; in some a name also ends
 * at a zero byte.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function onlyEntryOf(dict: PdfDict, key: string): PdfValue | undefined {
  const named = dict.entries.filter(([name]) => name.split('\0', 1)[0] === key);
  if (named.length > 1 || named.some(([name]) => name !== key)) throw uncleanable('pdf key twice');
  return named[0]?.[1];
}
