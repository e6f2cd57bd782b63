import { useBoth, useSay } from '../i18n/language.tsx';
import type { MessageId } from '../i18n/catalogue.ts';
import type { Line } from './content/lines.ts';
import { HOTLINE } from './content/hotline.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useSite } from './site.tsx';
import classes from './portal.module.css';

/** A statement, and below it the article that it stands on. */
export function Said({ line }: { line: Line }) {
  const both = useBoth();
  return (
    <>
      {both(line)}
      {line.law !== undefined && <span className={classes.law}>{line.law}</span>}
    </>
  );
}

/** Sentences of the catalogue as a list. */
export function Points({ ids }: { ids: readonly MessageId[] }) {
  const say = useSay();
  return (
    <ul className={classes.points}>
      {ids.map((id) => (
        <li key={id}>{say(id)}</li>
      ))}
    </ul>
  );
}

/** The number to call, as a link that a phone dials. */
export function Call() {
  const say = useSay();
  const { isTrial } = useSite();
  return (
    <div className={classes.call}>
      <a href={`tel:${HOTLINE.tel}`} className={classes.number}>
        {say('hotline.call', { number: HOTLINE.number })}
      </a>
      <p className={classes.meta}>
        {say('hotline.source', { source: HOTLINE.source, date: dayMonthYear(HOTLINE.checkedOn) })}
        {isTrial && ` ${say('hotline.trial')}`}
      </p>
    </div>
  );
}
