import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { BINDINGS } from './registry.ts';
import type { KeyId } from './registry.ts';
import { keysAreOn } from './switch.ts';

type Handlers = Partial<Record<KeyId, () => void>>;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Esc there closes the list, and nothing around it. */
const isOpenList = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

/** Not while an input method composes, a key is held down, or someone types into a field. */
function counts(event: KeyboardEvent, id: KeyId): boolean {
  if (event.isComposing || event.repeat) return false;
  const binding = BINDINGS[id];
  if (id === 'dismiss' && isOpenList(event.target)) return false;
  if (binding.scope === 'form') return true;
  if (isField(event.target)) return false;
  return !('single' in binding) || keysAreOn();
}

/** Binds keys while the focus is within an element; without one, everywhere. */
export function useKeys(handlers: Handlers, within?: RefObject<HTMLElement | null>): void {
  const latest = useRef(handlers);
  useEffect(() => void (latest.current = handlers));
  const ids = Object.keys(handlers).join(' ');
  useEffect(() => {
    const target: HTMLElement | Window | null = within ? within.current : window;
    if (!target || ids === '') return;
    const onKey = createKeybindingsHandler(
      Object.fromEntries(
        ids.split(' ').map((id) => [
          BINDINGS[id as KeyId].press,
          (event: KeyboardEvent) => {
            if (!counts(event, id as KeyId)) return;
            event.preventDefault();
            latest.current[id as KeyId]?.();
          },
        ]),
      ),
    );
    target.addEventListener('keydown', onKey);
    return () => target.removeEventListener('keydown', onKey);
  }, [ids, within]);
}
