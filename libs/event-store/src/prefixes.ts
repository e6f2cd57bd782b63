/** Streams whose names start with one of these; `undefined`: all. */
export type Prefixes = readonly string[] | undefined;

export const isWanted = (stream: string, prefixes: Prefixes): boolean =>
  prefixes?.some((prefix) => stream.startsWith(prefix)) ?? true;

/** Without those that another one begins. */
export const union = (some: Prefixes, others: Prefixes): Prefixes =>
  some &&
  others && [
    ...some,
    ...others.filter((prefix, n) => !isWanted(prefix, [...some, ...others.slice(0, n)])),
  ];
