import { useRef, useState } from 'react';
import { command } from '../api/call.ts';
import type { Service } from '../api/types.ts';

export interface Target {
  readonly service: Service;
  readonly path: string;
  /** What was read when the form was opened; a newer one answers 412. */
  readonly revision?: number;
}

/**
 * Sends one command. A retry is the same command under the same key; only after a conflict that was
 * read does it become another one, on the newer revision.
 */
export function useSend<Answer>(target: Target) {
  const key = useRef(crypto.randomUUID());
  const revision = useRef(target.revision);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  /** @param onProblem where the form shows what belongs to its fields */
  async function send(
    body: unknown,
    onProblem?: (problem: unknown) => void,
  ): Promise<Answer | undefined> {
    setBusy(true);
    try {
      const answer = await command<Answer>(target.service, target.path, body, {
        key: key.current,
        ...(revision.current === undefined ? {} : { revision: revision.current }),
      });
      setProblem(undefined);
      return answer;
    } catch (error) {
      setProblem(error);
      onProblem?.(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  /** What is sent next is another command, decided upon what is there now. */
  function decideAnew(newer: number | undefined): void {
    key.current = crypto.randomUUID();
    revision.current = newer ?? revision.current;
    setProblem(undefined);
  }

  return { send, busy, problem, decideAnew };
}
