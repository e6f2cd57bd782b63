import type { RefObject } from 'react';
import type { KeyId } from '../../keys/registry.ts';
import { useKeys } from '../../keys/use-keys.ts';

/** The panel's keys count within it, and on the heading, where one stands after opening a matter. */
export function usePanelKeys(
  handlers: Partial<Record<KeyId, () => void>>,
  panel: RefObject<HTMLElement | null>,
): void {
  const isThere = () => {
    const at = document.activeElement;
    return at !== null && (at.matches('h1') || panel.current?.contains(at) === true);
  };
  const guarded = Object.entries(handlers).map(
    ([id, run]) => [id, () => (isThere() ? run() : undefined)] as const,
  );
  useKeys(Object.fromEntries(guarded));
}
