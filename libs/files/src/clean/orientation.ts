/**
 * Which way up a photo is shown: the one thing of EXIF that a copy keeps, by value.
 *
 * @param tiff EXIF without its `Exif\0\0` (TIFF 6.0, section 2)
 * @returns 2 to 8 where it says so
 */
export function orientationOf(tiff: Buffer): number | undefined {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let i = 0; i < short(directory); i++) {
      const at = directory + 2 + i * 12;
      if (short(at) !== 0x0112) continue;
      const value = short(at + 8);
      return value >= 2 && value <= 8 ? value : undefined;
    }
  } catch {
    // Broken EXIF turns nothing.
  }
  return undefined;
}

/** TIFF of one directory with one entry. */
export function onlyOrientation(value: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(value, 18);
  return tiff;
}
