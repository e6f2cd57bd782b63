import type { TimeLimit } from '../api/types.ts';
import { sentences } from '../components/sentences.ts';
import type { MessageId } from '../i18n/catalogue.ts';
import { dayMonthYear, weekday } from '../i18n/dates.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import classes from './portal.module.css';

/** Theirs to keep, so that the earlier of two days is told. */
const OF_SENDERS = ['window', 'time_bar'];

/** By which day, counted from what, by which law, and what may change it. */
export function LimitStep({ limit }: { limit: TimeLimit }) {
  const say = useSay();
  const both = useBoth();
  const { language } = useLanguage();
  const dayOf = (date: string) =>
    say('track.day', { weekday: weekday(date, language), date: dayMonthYear(date) });
  const { step, after, due, safeDue, legal, stops, longer, variants } = limit;
  const isSenders = OF_SENDERS.includes(step);
  return (
    <li>
      <h3>{say(`limits.step.${step}` as MessageId)}</h3>
      <p>
        {say(legal ? 'track.by' : 'track.planned')}{' '}
        <strong>
          <time dateTime={due}>{dayOf(due)}</time>
        </strong>
        {limit.provisional && <> ({say('due.provisional')})</>}
      </p>
      <p className={classes.law}>{legal ? limit.law : say('track.target')}</p>
      {after !== null && (
        <p className={classes.meta}>{say(`limits.after.${after}` as MessageId)}</p>
      )}
      {isSenders && safeDue !== due && (
        <p>
          {say('track.safe', { weekday: weekday(safeDue, language), date: dayMonthYear(safeDue) })}
        </p>
      )}
      {variants.length > 0 && (
        <ul className={classes.variants}>
          {variants.map(({ name, due: other, law }) => (
            <li key={name.vi}>
              {both(name)}: <time dateTime={other}>{dayMonthYear(other)}</time>
              {law !== limit.law && <span className={classes.law}>{law}</span>}
            </li>
          ))}
        </ul>
      )}
      {longer && (
        <p>
          {say('limits.longer', {
            days: longer.days,
            once: longer.complex,
            twice: longer.speciallyComplex,
          })}
          <span className={classes.law}>{longer.law}</span>
        </p>
      )}
      {stops && (
        <p>
          {say(`limits.stops.${stops.ground}`)}
          <span className={classes.law}>{stops.law}</span>
        </p>
      )}
      <details>
        <summary>{say('due.why')}</summary>
        <ul>
          {sentences(both(limit.explanation)).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className={classes.meta}>
          {say('due.rule', { rule: limit.rule, version: limit.ruleVersion })}
        </p>
      </details>
    </li>
  );
}
