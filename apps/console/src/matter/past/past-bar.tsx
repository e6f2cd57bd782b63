import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { dayMonthYear, endOf, isDate, moment } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import classes from './past.module.css';

interface Props {
  readonly number: string;
  readonly luc: string;
  /** When something was recorded, earliest first. */
  readonly moments: readonly string[];
}

/** Says that this is the past, steps from event to event, and leads back. */
export function PastBar({ number, luc, moments }: Props) {
  const say = useSay();
  const bar = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const asOf = endOf(luc);
  const shown = moments.findLast((at) => at <= asOf);
  const steps = {
    first: moments[0],
    earlier: moments.findLast((at) => at < (shown ?? '')),
    later: moments.find((at) => at > asOf),
    last: moments.at(-1),
  } as const;
  const go = (at: string | undefined) => () => {
    if (at === undefined) return;
    void navigate({
      to: '/ho-so/$number',
      params: { number },
      search: { luc: at },
      replace: true,
    });
  };
  useKeys(
    {
      first: go(steps.first),
      earlier: go(steps.earlier),
      later: go(steps.later),
      last: go(steps.last),
    },
    bar,
  );
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={bar} tabIndex={-1} className={classes.bar} aria-label={say('past.label')}>
      <p className={classes.now} role="status">
        {isDate(luc)
          ? say('past.atDay', { date: dayMonthYear(luc) })
          : say('past.atMoment', { ...moment(luc) })}
      </p>
      <div className={classes.steps}>
        {(['first', 'earlier', 'later', 'last'] as const).map((step) => {
          const at = steps[step];
          return at === undefined || at === luc ? (
            <span key={step}>{say(`keys.${step}`)}</span>
          ) : (
            <Link
              key={step}
              to="/ho-so/$number"
              params={{ number }}
              search={{ luc: at }}
              replace
              resetScroll={false}
            >
              {say(`keys.${step}`)}
            </Link>
          );
        })}
        <Link to="/ho-so/$number" params={{ number }} className={classes.back ?? ''}>
          {say('past.back')}
        </Link>
      </div>
    </section>
  );
}
