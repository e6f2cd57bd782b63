import { useRef, useState } from 'react';

/** So many matters one action takes at once. */
export const MOST_SELECTED = 50;

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** @param range with all between it and the one that was chosen before */
  readonly toggle: (number: string, range: boolean) => void;
  readonly set: (numbers: readonly string[]) => void;
}

/** @param numbers of the rows that may be chosen, as they stand in the list */
export function useSelection(numbers: readonly string[]): Selection {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  // What has left the list is no longer chosen: nobody acts on what they do not see.
  const chosen = new Set(numbers.filter((number) => kept.has(number)));
  const set = (next: Iterable<string>) => setKept(new Set([...next].slice(0, MOST_SELECTED)));
  return {
    chosen,
    set,
    toggle(number, range) {
      const from = range && last.current ? numbers.indexOf(last.current) : -1;
      const to = numbers.indexOf(number);
      last.current = number;
      if (from >= 0) {
        set([...chosen, ...numbers.slice(Math.min(from, to), Math.max(from, to) + 1)]);
        return;
      }
      const next = new Set(chosen);
      if (!next.delete(number)) next.add(number);
      set(next);
    },
  };
}
