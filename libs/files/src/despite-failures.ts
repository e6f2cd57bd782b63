/**
 * Does the work for all at once and, where that fails, for each alone: one that fails holds up no
 * other. What `onFailure` throws ends it.
 *
 * @returns those for which it is done
 */
export async function despiteFailures<T>(
  all: readonly T[],
  work: (some: readonly T[]) => Promise<void>,
  onFailure: (one: T, error: unknown) => Promise<void>,
): Promise<readonly T[]> {
  try {
    await work(all);
    return all;
  } catch {
    const done: T[] = [];
    for (const one of all)
      await work([one]).then(
        () => void done.push(one),
        (error: unknown) => onFailure(one, error),
      );
    return done;
  }
}
