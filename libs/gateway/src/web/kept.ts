/** One question at a time, whose answer holds for a while; undefined where there is none. */
export function kept<T>(
  ms: number,
  ask: () => Promise<T | undefined>,
): () => Promise<T | undefined> {
  let last: { readonly answer: Promise<T | undefined>; readonly at: number } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > ms) last = { answer: ask().catch(() => undefined), at: now };
    return last.answer;
  };
}
