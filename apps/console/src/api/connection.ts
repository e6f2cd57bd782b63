import { useSyncExternalStore } from 'react';

/** When the server was last heard, and whether it still is: what stands on a page is as old as that. */
let heardAt = Date.now();
let lost = false;
const listeners = new Set<() => void>();

function set(now: boolean): void {
  if (lost === now) return;
  lost = now;
  listeners.forEach((listener) => listener());
}

export function heard(): void {
  set(false);
  heardAt = Date.now();
}

export const unheard = (): void => set(true);

/** Since when nothing comes any more, in milliseconds; nothing while all is well. */
export const useLostSince = (): number | undefined =>
  useSyncExternalStore(subscribe, () => (lost ? heardAt : undefined));

/** Without a network the pages ask for nothing, so nothing fails: the browser says so itself. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('offline', unheard);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('offline', unheard);
  };
}
