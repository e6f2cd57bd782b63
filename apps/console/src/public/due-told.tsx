import type { Due } from '../api/types.ts';
import { dueText, weekday } from '../i18n/dates.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import { sentences } from '../components/sentences.ts';
import classes from './tracked.module.css';

/**
 * By which day, what is left until then, and why that day. A target of our own is no law.
 *
 * @param isSenders theirs to keep: the stricter day is told, too
 */
export function DueTold({ due, isSenders = false }: { due: Due; isSenders?: boolean }) {
  const say = useSay();
  const both = useBoth();
  const { language } = useLanguage();
  const day = (at: string) => ({ weekday: weekday(at, language), date: dueText(at, say) });
  const label = due.overdue ? 'track.wasDue' : 'track.by';
  return (
    <div className={classes.due}>
      <p>
        {say(due.legal ? label : 'track.planned')}{' '}
        <strong>
          <time dateTime={due.due}>{say('track.day', day(due.due))}</time>
        </strong>
        {due.provisional && <> ({say('due.provisional')})</>}
        {!due.overdue && <span className={classes.left}> · {both(due.text)}</span>}
      </p>
      {isSenders && due.safeDue !== due.due && <p>{say('track.safe', day(due.safeDue))}</p>}
      <details>
        <summary>{say('due.why')}</summary>
        <div className={classes.why}>
          <ul>
            {sentences(both(due.explanation)).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>
            {say('due.basis')}: {due.law}. {say(due.legal ? 'due.legal' : 'track.target')}.
          </p>
          <p className={classes.meta}>
            {say('due.rule', { rule: due.rule, version: due.ruleVersion })}
          </p>
        </div>
      </details>
    </div>
  );
}
