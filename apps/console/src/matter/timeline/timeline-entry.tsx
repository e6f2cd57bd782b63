import { ROLE_WORDS } from '@minh-bach/contracts/browser';
import type { ReactNode } from 'react';
import type { HistoryEntry, Role } from '../../api/types.ts';
import { dueText, moment, timeAndDate } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import type { Say } from '../../i18n/language.tsx';
import { Changes } from './changes.tsx';
import { isQuiet } from './quiet.ts';
import classes from './timeline.module.css';

/** What is written down at once has one time only. */
const APART_MS = 60_000;

/** One event: what, who, when, what changed, and which rule spoke. @param ended rules whose clocks it ended */
export function TimelineEntry({ entry, ended }: { entry: HistoryEntry; ended: readonly string[] }) {
  const say = useSay();
  const both = useBoth();
  const { date, time } = moment(entry.recordedAt);
  const apart = Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt) >= APART_MS;
  const unit = entry.actor.unitName && both(entry.actor.unitName);
  return (
    <li
      className={classes.entry}
      data-breach={entry.type === 'DeadlineBreached'}
      data-quiet={isQuiet(entry)}
    >
      <time className={classes.when} dateTime={entry.recordedAt}>
        <span>{date}</span>
        <span>{time}</span>
      </time>
      <div className={classes.what}>
        <h3>{both(entry.summary)}</h3>
        <p className={classes.who}>
          {nameOf(entry, say)}
          {entry.actor.role !== 'system' && entry.actor.role !== 'public' && (
            <>
              {' · '}
              {both(ROLE_WORDS[entry.actor.role as Role])}
              {unit !== undefined && `, ${unit}`}
            </>
          )}
        </p>
        {apart && (
          <p className={classes.apart}>
            {say('timeline.occurred', {
              time: dayOrMoment(entry.occurredAt, say),
              recorded: timeAndDate(entry.recordedAt, say),
            })}
            {entry.occurredReason !== undefined &&
              `. ${say('timeline.reason', { reason: both(entry.occurredReason) })}`}
          </p>
        )}
        <Changes changes={entry.changes} />
        <Rules rules={entry.rules} ended={ended} />
      </div>
    </li>
  );
}

/** A limit that started says its date; one that ended, how. */
function Rules({ rules, ended }: Pick<HistoryEntry, 'rules'> & { ended: readonly string[] }) {
  const say = useSay();
  const both = useBoth();
  // A rule that was counted again is named twice: as it was, then as it is.
  const isEnded = ({ rule }: HistoryEntry['rules'][number], i: number) =>
    ended.includes(rule) && rules.findIndex((one) => one.rule === rule) === i;
  return rules.map((rule, i) => (
    <details key={`${rule.rule} ${i}`} className={classes.rule} data-legal={rule.legal}>
      <summary>
        {rule.name !== undefined && `${both(rule.name)} · `}
        {rule.law}
        {rule.due !== undefined && (
          <Due strong={!isEnded(rule, i)}>
            {' · '}
            {say('timeline.dueOn', { date: dueText(rule.due, say) })}
          </Due>
        )}
        {!rule.legal && ` · ${say('due.internal')}`}
        {isEnded(rule, i) && <strong> · {both(rule.explanation).replace(/\.$/, '')}</strong>}
      </summary>
      {!isEnded(rule, i) && <p>{both(rule.explanation)}</p>}
      <p className={classes.ruleId}>
        {rule.version === undefined
          ? rule.rule
          : say('due.rule', { rule: rule.rule, version: rule.version })}
      </p>
    </details>
  ));
}

const Due = ({ strong, children }: { strong: boolean; children: ReactNode }) =>
  strong ? <strong>{children}</strong> : children;

function nameOf({ actor }: HistoryEntry, say: Say): string {
  if (actor.role === 'system') return say('timeline.system');
  if (actor.role === 'public') return say('timeline.public');
  const name = actor.name ?? actor.person;
  return actor.deputyFor === undefined
    ? name
    : `${name} (${say('timeline.deputyFor', { name: actor.deputyForName ?? actor.deputyFor })})`;
}

/** What is known by its day only is kept as that day's midnight. */
function dayOrMoment(instant: string, say: Say): string {
  const { date, time } = moment(instant);
  return time === '00:00' ? date : timeAndDate(instant, say);
}
