const isDelimiter = (byte: number | undefined): boolean =>
  byte === undefined || '\0\t\n\f\r ()<>[]{}/%'.includes(String.fromCharCode(byte));

const MAX_NAME = 127;

/**
 * The first of the wanted names that stands in the bytes, also when written with escapes
 * (`/J#61vaScript`); ISO 32000-1, 7.3.5. Names of five letters or more: shorter ones occur by
 * chance in compressed data.
 */
export function findName(bytes: Buffer, wanted: readonly string[]): string | undefined {
  return (
    wanted.find((name) => standsIn(bytes, Buffer.from(`/${name}`, 'latin1'))) ??
    findEscaped(bytes, new Set(wanted))
  );
}

function standsIn(bytes: Buffer, name: Buffer): boolean {
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1))
    if (isDelimiter(bytes[at + name.length])) return true;
  return false;
}

function findEscaped(bytes: Buffer, wanted: ReadonlySet<string>): string | undefined {
  for (let at = bytes.indexOf('#'); at !== -1; at = bytes.indexOf('#', at + 1)) {
    if (!/^[0-9a-f]{2}$/i.test(bytes.toString('latin1', at + 1, at + 3))) continue;
    let start = at;
    while (start > 0 && at - start < MAX_NAME && !isDelimiter(bytes[start - 1])) start -= 1;
    if (bytes[start - 1] !== 0x2f) continue;
    let end = at;
    while (end - start < 3 * MAX_NAME && !isDelimiter(bytes[end])) end += 1;
    const name = unescaped(bytes.toString('latin1', start, end));
    if (wanted.has(name)) return name;
  }
  return undefined;
}

export const unescaped = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
