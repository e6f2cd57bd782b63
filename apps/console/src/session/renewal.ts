import { useSyncExternalStore } from 'react';

/**
 * The session ended while the page still holds something. What waits goes on once the same person has
 * signed in again; nothing is stored for it.
 */
let renewed: Promise<void> | undefined;
let goOn: () => void = () => undefined;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Only where the dialogue is. */
export const canSignInAgain = (): boolean => listeners.size > 0;

export const isSessionOver = (): boolean => renewed !== undefined;

/** Asks the person to sign in again. @returns once they have */
export function signedInAgain(): Promise<void> {
  if (!renewed) {
    renewed = new Promise((resolve) => (goOn = resolve));
    tell();
  }
  return renewed;
}

/** For the dialogue: the same person is here again. */
export function renew(): void {
  renewed = undefined;
  goOn();
  tell();
}

export const useIsSessionOver = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isSessionOver);
