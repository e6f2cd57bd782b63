/** One of those compared, driven from this process. */
export interface Side {
  readonly name: string;
  /** One writer appends event after event until `over` says so. @returns how many */
  appendUntil(writer: number, over: () => boolean): Promise<number>;
  close(): Promise<void>;
}

/** @returns durable appends per second */
export async function measure(side: Side, writers: number, seconds: number): Promise<number> {
  const begun = performance.now();
  const over = () => performance.now() - begun > seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: writers }, (_, writer) => side.appendUntil(writer, over)),
  );
  const took = (performance.now() - begun) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / took;
}
