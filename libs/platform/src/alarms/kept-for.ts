/** Work whose answer is shared by all who ask meanwhile, and by those who ask within so long after it. */
export function keptFor<T>(ms: number, work: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  const forget = () => (kept = undefined);
  return () => {
    if (kept) return kept;
    kept = work();
    kept.then(() => setTimeout(forget, ms).unref(), forget);
    return kept;
  };
}
