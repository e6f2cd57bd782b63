import { useEffect, useRef } from 'react';
import type { Tracked } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { DueTold } from './due-told.tsx';
import { LeaveQuickly } from './leave-quickly.tsx';
import { useAddress } from './site.tsx';
import { RateHandling, type Said } from './rating.tsx';
import { Openings } from './openings.tsx';
import { Printed } from './printed.tsx';
import { AskWithdrawal, type AskedWithdrawal } from './withdrawal.tsx';
import classes from './tracked.module.css';

/** Where it stands, what comes next by which day, what its sender may do, and what was done. */
export function TrackedPetition({
  tracked,
  onAnother,
  onRate,
  onWithdraw,
}: {
  tracked: Tracked;
  onRate?: (said: Said) => Promise<void>;
  onWithdraw?: (asked: AskedWithdrawal) => Promise<void>;
  /** Without it the page is one that no script has. */
  onAnother?: () => void;
}) {
  const say = useSay();
  const addressOf = useAddress();
  const both = useBoth();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { number, unit, kind, isConfidential, sentence, facts, late, next, tasks } = tracked;
  return (
    <div className={classes.tracked}>
      <Printed />
      {isConfidential && onAnother && <LeaveQuickly />}
      <dl className={classes.about}>
        <div>
          <dt>{say('track.number')}</dt>
          <dd>{number}</dd>
        </div>
        {kind && (
          <div>
            <dt>{say('track.kind')}</dt>
            <dd>{both(kind)}</dd>
          </div>
        )}
        {unit && (
          <div>
            <dt>{say('track.unit')}</dt>
            <dd>{both(unit)}</dd>
          </div>
        )}
      </dl>
      <section className={classes.state}>
        <h2 ref={heading} tabIndex={-1}>
          {both(sentence)}
        </h2>
        {facts.map((fact) => (
          <p key={fact.vi}>{both(fact)}</p>
        ))}
        {isConfidential && <p>{say('track.secret')}</p>}
      </section>
      {late.length > 0 && (
        <section className={classes.late}>
          {late.map((said) => (
            <p key={said.vi}>{both(said)}</p>
          ))}
        </section>
      )}
      {next && (
        <section>
          <h2>{say('track.next')}</h2>
          <p>{both(next.text)}</p>
          {next.due && <DueTold due={next.due} />}
          {!next.due && !next.isDated && <p>{say('track.noDay')}</p>}
        </section>
      )}
      {tasks.length > 0 && (
        <section>
          <h2>{say('track.tasks')}</h2>
          {tasks.map(({ text, due }) => (
            <div key={text.vi} className={classes.task}>
              <p>{both(text)}</p>
              {due && <DueTold due={due} isSenders />}
            </div>
          ))}
        </section>
      )}
      <section>
        <h2>{say('track.steps')}</h2>
        <ol className={classes.steps}>
          {tracked.timeline.map(({ state, on, text }, i) => (
            <li key={`${i} ${state}`}>
              <time dateTime={on}>{dayMonthYear(on)}</time> <span>{both(text)}</span>
            </li>
          ))}
        </ol>
      </section>
      <Openings openings={tracked.openings} />
      <AskWithdrawal withdrawal={tracked.withdrawal} onAsk={onWithdraw} />
      <RateHandling rating={tracked.rating} onRate={onRate} />
      {unit && <p className={classes.contact}>{say('track.contact', { unit: both(unit) })}</p>}
      <div className={`${classes.buttons} no-print`}>
        {onAnother ? (
          <>
            <Button onClick={() => window.print()}>{say('track.print')}</Button>
            <Button onClick={onAnother}>{say('track.another')}</Button>
          </>
        ) : (
          <a href={addressOf('track')}>{say('track.another')}</a>
        )}
      </div>
    </div>
  );
}
