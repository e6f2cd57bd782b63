import { uncleanable } from './uncleanable.ts';

/** Twice EOL, which is eleven zeros and a one (ITU-T T.4, T.6): no picture has it before its end. */
const END = 0x00_1001;

/**
 * A fax up to the code that ends it.
 *
 * @param atMost bytes; pictures of its size have no more
 * @param k of its parameters: above 0 it is of mixed dimensions
 * @throws DomainError `FILE_UNCLEANABLE` where it has no such end
 */
export function faxOnly(bytes: Buffer, k: number, atMost: number): Buffer {
  if (k > 0) throw uncleanable('pdf fax');
  let last = 0xffff_ffff;
  for (let at = 0; at < Math.min(bytes.length, atMost); at++) {
    last = ((last << 8) | bytes[at]!) >>> 0;
    for (let shift = 0; shift < 8; shift++)
      if (((last >>> shift) & 0xff_ffff) === END) return bytes.subarray(0, at + 1);
  }
  throw uncleanable('pdf fax without end');
}
