import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { ask } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { ProblemBody } from '../api/problem.ts';
import type { Tracked } from '../api/types.ts';
import { faultOf, normalise } from './receipt-code.ts';
import type { CodeFault } from './receipt-code.ts';
import type { Said } from './rating.tsx';
import type { AskedWithdrawal } from './withdrawal.tsx';

export interface Tracking {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly code: string;
  readonly fault: CodeFault | undefined;
  readonly problem: unknown;
  readonly busy: boolean;
  readonly tracked: Tracked | undefined;
  readonly setCode: (code: string) => void;
  readonly track: () => Promise<void>;
  readonly rate: (said: Said) => Promise<void>;
  readonly withdraw: (asked: AskedWithdrawal) => Promise<void>;
  readonly clear: () => void;
}

/** On a slow line people type before the script has come. */
const typedAlready = (): string =>
  typeof document === 'undefined' ? '' : (document.querySelector('textarea')?.value ?? '');

/** The code goes by POST and stays nowhere; what is told stays until it is cleared. */
/** What the gateway found out for somebody without a script. */
export interface TrackAnswer {
  readonly tracked?: Tracked;
  readonly code?: string;
  readonly problem?: ProblemBody;
}

export function useTracking(answer?: TrackAnswer): Tracking {
  const [code, setCode] = useState(() => answer?.code ?? typedAlready());
  const [checked, setChecked] = useState(answer?.code !== undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<unknown>(
    () => answer?.problem && new Problem(answer.problem),
  );
  const [busy, setBusy] = useState(false);
  const [tracked, setTracked] = useState(answer?.tracked);
  /** Of what is shown; gone with it. */
  const [shownBy, setShownBy] = useState<string>();
  const wasTracked = useRef(false);
  useEffect(() => {
    if (!tracked && wasTracked.current) field.current?.focus();
    wasTracked.current = tracked !== undefined;
  }, [tracked]);

  const track = async () => {
    if (busy) return;
    setProblem(undefined);
    const isFaulty = faultOf(code) !== undefined;
    setChecked(isFaulty);
    if (isFaulty) return field.current?.focus();
    setBusy(true);
    try {
      const response = await ask('/track', { method: 'POST', body: { code: normalise(code) } });
      setTracked((await response.json()) as Tracked);
      setShownBy(normalise(code));
      setCode('');
    } catch (caught) {
      setProblem(caught);
    } finally {
      setBusy(false);
    }
  };
  const fault = checked ? faultOf(code) : undefined;
  const clear = () => {
    setTracked(undefined);
    setShownBy(undefined);
  };
  const say = async (path: string, said: object) => {
    const body = { code: shownBy ?? '', ...said };
    const response = await ask(path, { method: 'POST', body });
    setTracked((await response.json()) as Tracked);
  };
  const rate = (said: Said) => say('/track/rating', said);
  const withdraw = (asked: AskedWithdrawal) => say('/track/withdrawal', asked);
  return { field, code, fault, problem, busy, tracked, setCode, track, rate, withdraw, clear };
}
