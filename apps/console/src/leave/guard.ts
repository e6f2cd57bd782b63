import { useEffect, useRef, useSyncExternalStore } from 'react';

interface Guard {
  /** Whether something would be lost now. */
  readonly holds: () => boolean;
  /** Says why nobody may leave yet; without it, people are asked. */
  readonly refuse?: (() => void) | undefined;
}

/** What was typed is in memory only: none of it may lie on the disk. So nothing leaves unasked. */
const guards = new Set<Guard>();
const holding = (): Guard[] => [...guards].filter((guard) => guard.holds());

export const hasUnsaved = (): boolean => holding().length > 0;

/** Gives up what is held, after people have said so. */
export const giveUp = (): void => guards.clear();

/** Makes a form guarded. @param holds whether something typed would be lost now */
export function useGuard(holds: () => boolean, refuse?: () => void): void {
  const latest = useRef<Guard>({ holds, refuse });
  useEffect(() => void (latest.current = { holds, refuse }));
  useEffect(() => {
    const guard: Guard = {
      holds: () => latest.current.holds(),
      ...(refuse === undefined ? {} : { refuse: () => latest.current.refuse?.() }),
    };
    guards.add(guard);
    return () => void guards.delete(guard);
  }, [refuse === undefined]);
}

type Answer = (leave: boolean) => void;
let asked: Answer | undefined;
const listeners = new Set<() => void>();

function ask(answer: Answer | undefined): void {
  asked?.(false);
  asked = answer;
  listeners.forEach((listener) => listener());
}

/** Whether to go on with what would lose something: at once where nothing would be lost, else when people say so. */
export function mayLeave(): Promise<boolean> {
  const held = holding();
  if (held.length === 0) return Promise.resolve(true);
  const refusing = held.find(({ refuse }) => refuse);
  if (refusing) {
    refusing.refuse?.();
    return Promise.resolve(false);
  }
  return new Promise((resolve) => ask(resolve));
}

/** For the dialogue: the answer that is waited for. */
export function useQuestion(): Answer | undefined {
  const waiting = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
  return (
    waiting &&
    ((leave) => {
      asked = undefined;
      if (leave) giveUp();
      waiting(leave);
      ask(undefined);
    })
  );
}
