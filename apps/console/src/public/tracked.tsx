import { useEffect, useRef } from 'react';
import type { Tracked } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './public.module.css';

/** State and next step in one sentence, then the steps so far. */
export function TrackedPetition({
  tracked,
  onAnother,
}: {
  tracked: Tracked;
  onAnother: () => void;
}) {
  const say = useSay();
  const both = useBoth();
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => sentence.current?.focus(), []);
  return (
    <div className={classes.tracked}>
      <p className={classes.meta}>
        {say('track.number')} <strong>{tracked.number}</strong>
      </p>
      <p ref={sentence} tabIndex={-1} className={classes.sentence}>
        {both(tracked.sentence)}
      </p>
      <h2>{say('track.steps')}</h2>
      <ol className={classes.steps}>
        {tracked.timeline.toReversed().map(({ state, on, text }) => (
          <li key={state + on}>
            <time dateTime={on}>{dayMonthYear(on)}</time> {both(text)}
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={onAnother}>{say('track.another')}</Button>
      </div>
    </div>
  );
}
