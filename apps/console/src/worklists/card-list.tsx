import { Link } from '@tanstack/react-router';
import { DueDate } from '../components/due-date.tsx';
import { useSay } from '../i18n/language.tsx';
import type { Selection } from './selection.ts';
import type { WorklistProps } from './worklist.tsx';
import classes from './worklist.module.css';

/** Phone: a card a matter, the due date last and whole. */
export function CardList<Row>({
  rows,
  title,
  columns,
  numberOf,
  dueOf,
  bulk,
  selection,
}: WorklistProps<Row> & { rows: readonly Row[]; selection: Selection }) {
  const say = useSay();
  return (
    <ul className={classes.cards} aria-label={say(title)}>
      {rows.map((row) => {
        const due = dueOf(row);
        return (
          <li key={numberOf(row)}>
            <Link data-row to="/ho-so/$number" params={{ number: numberOf(row) }}>
              {numberOf(row)}
            </Link>
            {bulk?.isOffered(row) && (
              <label className={classes.chooseCard}>
                <input
                  type="checkbox"
                  className={classes.choose}
                  aria-label={say('bulk.choosing', { number: numberOf(row) })}
                  checked={selection.chosen.has(numberOf(row))}
                  onChange={() => selection.toggle(numberOf(row), false)}
                />
              </label>
            )}
            {columns
              .filter(({ isEmpty }) => !isEmpty?.(row))
              .map(({ head, cell, narrow, words }) => (
                <div key={say(head)}>
                  {(narrow ?? words) && <span className={classes.none}>{say(head)}: </span>}
                  {cell(row)}
                </div>
              ))}
            {due && <DueDate due={due} named />}
          </li>
        );
      })}
    </ul>
  );
}
