import type { Due, ListedDue } from '../api/types.ts';
import { dueText, weekday } from '../i18n/dates.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import { sentences } from './sentences.ts';
import classes from './due-date.module.css';

/** Urgency is word and shape, never colour alone. */
const SHAPES = { overdue: '▲', soon: '◆', running: '●' } as const;

/** A due date as the server counted it: bold date, what is left, solid bar for law, dashed for ours. */
export function DueDate({ due, named = false }: { due: ListedDue; named?: boolean }) {
  const say = useSay();
  const both = useBoth();
  const { language } = useLanguage();
  return (
    <div className={classes.due} data-tone={due.tone} data-legal={due.legal}>
      {named && <div className={classes.name}>{both(due.name)}</div>}
      <div className={classes.date}>
        {dueText(due.due, say)} · {weekday(due.due, language)}
        {due.provisional && <span className={classes.meta}> ({say('due.provisional')})</span>}
      </div>
      <div className={classes.left}>
        <span aria-hidden="true">{SHAPES[due.tone]}</span> {both(due.text)}
      </div>
      {!due.legal && <div className={classes.meta}>{say('due.internal')}</div>}
    </div>
  );
}

/** The same with its reasons, folded. */
export function ExplainedDueDate({ due }: { due: Due }) {
  const say = useSay();
  const both = useBoth();
  return (
    <div className={classes.explained}>
      <DueDate due={due} named />
      <details>
        <summary>{say('due.why')}</summary>
        <div className={classes.why}>
          <ul>
            {sentences(both(due.explanation)).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>
            {say('due.basis')}: <strong>{due.law}</strong>.{' '}
            {say(due.legal ? 'due.legal' : 'due.internal')}.
          </p>
          <p className={classes.meta}>
            {say('due.rule', { rule: due.rule, version: due.ruleVersion })}
            {due.safeDue !== due.due && (
              <> · {say('due.safe', { date: dueText(due.safeDue, say) })}</>
            )}
          </p>
        </div>
      </details>
    </div>
  );
}
