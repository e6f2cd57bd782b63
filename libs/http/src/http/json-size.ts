const MAX_DEPTH = 20;
const MAX_VALUES = 20_000;
/** Of the members of all its objects together. */
const MAX_NAMES = 2_000;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Whether a JSON text holds more, or stands deeper, than any command has: found in its bytes, before
 * anything is made of them: of a million brackets a parser makes as many values, for everybody to wait. A text
 * that is no JSON may be counted wrongly; the parser refuses it.
 */
export function isTooComplex(json: Uint8Array): boolean {
  let depth = 0;
  let values = 1;
  let names = 0;
  let isBegun = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]!;
    if (SPACES.has(byte)) continue;
    const closes = CLOSES.has(byte);
    // The first of a list or an object; the others stand after commas.
    if (isBegun && !closes) values += 1;
    isBegun = OPENS.has(byte);
    if (isBegun) depth += 1;
    else if (closes) depth -= 1;
    else if (byte === COMMA) values += 1;
    else if (byte === COLON) names += 1;
    else if (byte === QUOTE) at = endOfString(json, at);
    if (depth > MAX_DEPTH || values > MAX_VALUES || names > MAX_NAMES) return true;
  }
  return false;
}

/** Where a string that begins there ends. */
function endOfString(json: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}
