import type { Language } from './language.tsx';

/** `image/png` → `PNG` */
export const fileType = (type: string): string => (type.split('/')[1] ?? type).toUpperCase();

/** `74 kB`, `2,41 MB`: rounded up, so that no file is empty. @param bytes of the file */
export function fileSize(bytes: number, language: Language): string {
  const mega = bytes >= 1e6;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: mega ? 2 : 0 });
  return mega ? `${number.format(bytes / 1e6)} MB` : `${number.format(Math.ceil(bytes / 1e3))} kB`;
}

/** What is said of a file in the log: type, size and check sum in one line. */
export function readFileLine(
  line: string,
): { readonly type: string; readonly bytes: number; readonly hash: string } | undefined {
  const [, type, bytes, hash] = /^(\w+\/[\w.+-]+), (\d+) byte, SHA-256 (\S+)$/.exec(line) ?? [];
  if (type === undefined || hash === undefined) return undefined;
  return { type, bytes: Number(bytes), hash };
}
