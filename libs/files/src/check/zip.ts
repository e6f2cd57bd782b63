const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const RECORD = 22;

/**
 * Whether an archive program would open these bytes: a ZIP is read from its end, so any file can be
 * one as well (also DOCX, JAR, APK).
 */
export function isAlsoZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - RECORD - 0xffff);
  let at = bytes.indexOf(END_OF_DIRECTORY, from);
  for (; at !== -1; at = bytes.indexOf(END_OF_DIRECTORY, at + 1)) {
    if (at + RECORD > bytes.length) return false;
    if (at + RECORD + bytes.readUInt16LE(at + 20) === bytes.length) return true;
  }
  return false;
}
