/**
 * Keeps the member in its group while `work` goes on. When the group no longer wants it, `work`
 * hears so by `proceed` and the reason is thrown, whatever became of the work.
 */
export async function withHeartbeats(
  heartbeat: () => Promise<void>,
  everyMs: number,
  work: (proceed: () => boolean) => Promise<void>,
): Promise<void> {
  let failure: { error: unknown } | undefined;
  const timer = setInterval(() => {
    heartbeat().catch((error: unknown) => (failure ??= { error }));
  }, everyMs);
  try {
    await work(() => failure === undefined);
  } catch (error) {
    if (!failure) throw error;
  } finally {
    clearInterval(timer);
  }
  if (failure) throw new LeftGroup('the group goes on without us', { cause: failure.error });
}

/** The partition may belong to another member by now. Its `cause` is for kafkajs to act on. */
export class LeftGroup extends Error {
  override readonly name = 'LeftGroup';
}
