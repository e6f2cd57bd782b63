import type { Tracked } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './tracked.module.css';

/** When and for what who sent it was opened. The same words stand there whether or not it was. */
export function Openings({ openings }: { openings: Tracked['openings'] }) {
  const say = useSay();
  const both = useBoth();
  if (!openings) return null;
  const { items, earlier } = openings;
  return (
    <section>
      <h2>{say('opened.title')}</h2>
      <p>{say('opened.lead')}</p>
      {items.length === 0 && <p>{say('opened.never')}</p>}
      {earlier > 0 && <p>{say('opened.earlier', { n: String(earlier) })}</p>}
      {items.length > 0 && (
        <ul className={classes.steps}>
          {items.map(({ on, text }) => (
            <li key={`${on} ${text.vi}`}>
              <time dateTime={on}>{dayMonthYear(on)}</time> <span>{both(text)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
