import { useSyncExternalStore } from 'react';

const KEY = 'mb.keys';
const listeners = new Set<() => void>();

/** Single-letter keys can be switched off (WCAG 2.1.4). */
export const keysAreOn = (): boolean => localStorage.getItem(KEY) !== 'off';

export function switchKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

export const useKeysAreOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keysAreOn);
