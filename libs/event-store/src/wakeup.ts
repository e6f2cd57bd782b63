/** Lets many wait for one condition; who makes it true calls `all`. */
export class Wakeup {
  private readonly sleepers = new Set<() => void>();

  all(): void {
    for (const wake of this.sleepers) wake();
  }

  /** Resolves when `condition` holds, or when the signal aborts. */
  async until(condition: () => boolean, signal: AbortSignal): Promise<void> {
    while (!condition() && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.sleepers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        this.sleepers.add(wake);
        signal.addEventListener('abort', wake);
      });
    }
  }
}
