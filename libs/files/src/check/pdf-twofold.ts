import { active } from './file-errors.ts';
import type { PdfDict } from './pdf-values.ts';

/** What decides how a stream is read (ISO 32000-1, tables 5, 16 and 17). */
const DECIDING = new Set([
  ...['Type', 'Length', 'Filter', 'DecodeParms', 'DP', 'F', 'FFilter', 'FDecodeParms', 'DL'],
  ...['N', 'First', 'Extends', 'Size', 'Index', 'Prev', 'W'],
]);

/**
 * Of a key that stands twice some readers take the first, others the last. In some a name also ends
 * at a zero byte. A stream that could be read in two ways is looked into in neither.
 *
 * @throws DomainError `FILE_ACTIVE_CONTENT`
 */
export function refuseTwofold(dict: PdfDict): void {
  const said = new Set<string>();
  for (const [key] of dict.entries) {
    const name = key.split('\0', 1)[0]!;
    if (!DECIDING.has(name)) continue;
    if (name !== key || said.has(name)) throw active(`stream of twofold ${name}`);
    said.add(name);
  }
}
