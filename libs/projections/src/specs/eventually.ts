import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until it holds; fails with what was seen last. */
export async function eventually(holds: () => unknown, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      await holds();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await sleep(10);
  }
}

/** A door that is closed until it is opened. */
export function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
