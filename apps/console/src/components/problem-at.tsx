import { useEffect, useRef } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

/** A refusal next to the button that was pressed: it takes the focus, and comes into view by that. */
export function ProblemAt({ problem, isPlain }: { problem: unknown; isPlain?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== undefined) box.current?.focus();
  }, [problem]);
  if (problem === undefined) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <ProblemNotice problem={problem} {...(isPlain && { isPlain })} />
    </div>
  );
}
