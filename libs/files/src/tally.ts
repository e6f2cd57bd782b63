import { createHash } from 'node:crypto';
import { tooLarge } from './check/file-errors.ts';

/** Passes bytes on, and knows afterwards how many and which. */
export function tally(content: AsyncIterable<Uint8Array>, max = Infinity) {
  const hash = createHash('sha256');
  let size = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      size += piece.length;
      if (size > max) throw tooLarge({ maxBytes: max });
      hash.update(piece);
      yield piece;
    }
  }
  return { bytes: bytes(), size: () => size, sha256: () => hash.digest('hex') };
}
