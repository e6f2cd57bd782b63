import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { command } from '../api/call.ts';
import type { EntryAnswer } from '../api/types.ts';
import type { Step } from './steps.ts';

export interface Sent {
  /** How many took effect at once. */
  readonly recorded: number;
  /** How many wait for a second administrator. */
  readonly waiting: number;
}

/** Sends steps one after the other, up to the first that is refused. The same step again is the same command. */
export function useSteps() {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  /** Of steps that were sent before one was refused. */
  const [before, setBefore] = useState(0);

  const keyOf = (step: Step): string => {
    const said = JSON.stringify(step);
    const key = keys.current.get(said) ?? crypto.randomUUID();
    keys.current.set(said, key);
    return key;
  };

  async function send(
    steps: readonly Step[],
    onProblem?: (problem: unknown) => boolean,
  ): Promise<Sent | undefined> {
    setBusy(true);
    setProblem(undefined);
    let [recorded, waiting] = [0, 0];
    try {
      for (const step of steps) {
        const answer = await command<EntryAnswer>('directory', step.path, step.body, {
          key: keyOf(step),
        });
        if (answer.proposal === null) recorded += 1;
        else waiting += 1;
      }
      return { recorded, waiting };
    } catch (error) {
      setBefore(recorded + waiting);
      if (!onProblem?.(error)) setProblem(error);
      return undefined;
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['admin'] });
      void queries.invalidateQueries({ queryKey: ['proposals'] });
      void queries.invalidateQueries({ queryKey: ['posts'] });
    }
  }
  return { send, busy, problem, before };
}
