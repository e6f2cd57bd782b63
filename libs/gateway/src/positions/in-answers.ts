type Json = Record<string, unknown>;

/** Where answers hold positions: a command's own, and one an entry of a history. */
export function sealIn(body: unknown, seal: (position: string) => string): unknown {
  if (!isObject(body)) return body;
  const { position, entries } = body;
  return {
    ...body,
    ...(typeof position === 'string' ? { position: seal(position) } : {}),
    ...(Array.isArray(entries) ? { entries: entries.map((entry) => sealIn(entry, seal)) } : {}),
  };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
