const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Never the first byte of UTF-8, so what begins with it is no JSON. */
const AS_IT_IS = 0xff;

/**
 * Metadata as it is written. The client parses metadata that is JSON and gives the value, not the
 * bytes; so bytes that would come back changed (spaces, an escape, a number as `1.0`) are marked as no
 * JSON. Ours are written by `JSON.stringify` and stay readable in the server's own tools.
 */
export function metadataToWrite(metadata: Uint8Array): Uint8Array {
  if (metadata.length === 0 || comesBack(metadata)) return Uint8Array.from(metadata);
  const marked = new Uint8Array(metadata.length + 1);
  marked[0] = AS_IT_IS;
  marked.set(metadata, 1);
  return marked;
}

/** @param metadata as the client gives it: nothing, bytes that are no JSON, or a parsed value */
export function metadataAsWritten(metadata: unknown): Uint8Array {
  if (metadata === undefined) return new Uint8Array();
  if (!(metadata instanceof Uint8Array)) return Buffer.from(JSON.stringify(metadata));
  return metadata[0] === AS_IT_IS ? metadata.subarray(1) : metadata;
}

function comesBack(metadata: Uint8Array): boolean {
  try {
    const text = decoder.decode(metadata);
    return JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return metadata[0] !== AS_IT_IS && !isJson(metadata);
  }
}

/** As the client tells: it replaces what is no UTF-8 before it parses. */
function isJson(metadata: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(metadata).toString());
    return true;
  } catch {
    return false;
  }
}
