import { KIND_WORDS, ROLE_WORDS } from '@minh-bach/contracts/browser';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Notice } from '../api/types.ts';
import { Facts } from '../components/page.tsx';
import { sentences } from '../components/sentences.ts';
import { dayMonthYear, dueText, timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import type { Selection } from '../worklists/selection.ts';
import { UrgeHere } from './urge-here.tsx';
import classes from './notices.module.css';

/** One late step: what it is, how late by its own clock, who has it now, and the way to urge it. */
export function NoticeItem({ item, selection }: { item: Notice; selection?: Selection }) {
  const say = useSay();
  const both = useBoth();
  const [isOpen, setIsOpen] = useState(false);
  const { matter, due, name, legal, unit, doneOn, isWithdrawn, late, line } = item;
  const date = dueText(due, say);
  const isLate = doneOn === null;
  const urge = say(line?.reportedOn == null ? 'notices.urge' : 'notices.report');
  const mayUrge = mayBeUrged(item);
  return (
    <li data-legal={legal} data-done={!isLate}>
      <div className={classes.head}>
        {selection && mayUrge && (
          <label className={classes.choose}>
            <input
              type="checkbox"
              aria-label={say('bulk.choosing', { number: matter })}
              checked={selection.chosen.has(matter)}
              onChange={() => selection.toggle(matter, false)}
            />
          </label>
        )}
        <Link to="/ho-so/$number" params={{ number: matter }}>
          {matter}
        </Link>
        {line?.kind && <span>{both(KIND_WORDS[line.kind])}</span>}
        {unit && <span className={classes.meta}>{both(unit.name)}</span>}
      </div>
      {line && (
        <p className={line.gist === null ? classes.meta : undefined}>
          {line.gist ?? say(line.isDenunciation ? 'list.sealedGist' : 'list.noGist')}
        </p>
      )}
      <p className={isLate ? classes.late : undefined}>
        {isLate ? (
          <>
            <span aria-hidden="true">▲</span> <strong>{both(late)}</strong> ·{' '}
            {say('notices.due', { date, name: both(name) })}
          </>
        ) : (
          <>
            {say(isWithdrawn ? 'notices.withdrawn' : 'notices.doneOn', {
              done: dayMonthYear(doneOn),
              due: date,
            })}{' '}
            · {both(name)}
          </>
        )}
        {!legal && ` · ${say('due.internal')}`}
      </p>
      {line && isLate && <Standing item={item} line={line} />}
      <Why item={item} />
      {mayUrge && !isOpen && (
        <div>
          <Button
            variant="default"
            aria-label={`${urge}: ${matter}`}
            onClick={() => setIsOpen(true)}
          >
            {urge}
          </Button>
        </div>
      )}
      {isOpen && <UrgeHere number={matter} onClose={() => setIsOpen(false)} />}
    </li>
  );
}

/** It is late still, and of a kind that is urged; whose it is to urge, the matter says. */
export const mayBeUrged = (item: Notice): boolean =>
  item.doneOn === null && item.line !== null && isUrged(item);

/** The law speaks of urging a complaint or a denunciation. */
const isUrged = ({ line }: Notice): boolean =>
  line?.kind === 'complaint' || line?.kind === 'denunciation';

function Standing({ item, line }: { item: Notice; line: NonNullable<Notice['line']> }) {
  const say = useSay();
  const both = useBoth();
  const { holder, stateText, urgedOn, reportedOn } = line;
  const who = () => {
    if (!holder) return say('notices.nobody');
    const role = both(ROLE_WORDS[holder.role]);
    return holder.person
      ? say('notices.holderBy', { name: holder.person.name, role })
      : say('notices.holderIn', { role, unit: both(holder.unit.name) });
  };
  return (
    <Facts
      rows={[
        [say('notices.state'), both(stateText)],
        [say('notices.holder'), who()],
        isUrged(item) && [
          say('notices.urging'),
          <>
            {urgedOn === null
              ? say('notices.notUrged')
              : say('notices.urgedOn', { date: dayMonthYear(urgedOn) })}
            {reportedOn !== null && (
              <>
                <br />
                {say('notices.reportedOn', { date: dayMonthYear(reportedOn) })}
              </>
            )}
          </>,
        ],
      ]}
    />
  );
}

/** Rule, source and how the day was counted; and what the rules say that lateness leads to. */
function Why({ item }: { item: Notice }) {
  const say = useSay();
  const both = useBoth();
  const { rule, law, legal, counted, consequence, at, deputyFor } = item;
  return (
    <details className={classes.why}>
      <summary>{say('due.why')}</summary>
      {counted && (
        <ul>
          {sentences(both(counted.explanation)).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p>
        {say('due.basis')}: <strong>{law}</strong>. {say(legal ? 'due.legal' : 'due.internal')}.
      </p>
      {consequence && (
        <p>
          {both(consequence.text)}
          {consequence.law !== null && ` (${consequence.law})`}
        </p>
      )}
      <p className={classes.meta}>
        {counted && `${say('due.rule', { rule, version: counted.ruleVersion })} · `}
        {say('notices.told', { time: timeAndDate(at, say) })}
        {deputyFor && ` · ${say('shell.deputyFor', { name: deputyFor.name })}`}
      </p>
    </details>
  );
}
