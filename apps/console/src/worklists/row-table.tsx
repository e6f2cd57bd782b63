import { Link } from '@tanstack/react-router';
import { DueDate } from '../components/due-date.tsx';
import { useSay } from '../i18n/language.tsx';
import type { Selection } from './selection.ts';
import { SortHeading } from './sort-heading.tsx';
import type { WorklistProps } from './worklist.tsx';
import classes from './worklist.module.css';

/** Desktop: a native table, the link in its first column. */
export function RowTable<Row>({
  rows,
  to,
  search,
  title,
  first,
  columns,
  numberOf,
  dueOf,
  bulk,
  selection,
}: WorklistProps<Row> & { rows: readonly Row[]; selection: Selection }) {
  const say = useSay();
  // A column that no row has anything in takes the room of those that say something.
  const told = columns.filter(({ isEmpty }) => !isEmpty || rows.some((row) => !isEmpty(row)));
  return (
    <table className={classes.table} aria-label={say(title)}>
      <thead>
        <tr>
          {bulk && <td aria-hidden="true" />}
          <SortHeading to={to} label={first} by="number" search={search} />
          {told.map(({ head, sort }) => (
            <SortHeading key={say(head)} to={to} label={head} by={sort} search={search} />
          ))}
          <SortHeading to={to} label="list.due" by="due" search={search} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const due = dueOf(row);
          return (
            <tr key={numberOf(row)}>
              {bulk && (
                <td>
                  {bulk.isOffered(row) && (
                    <input
                      type="checkbox"
                      className={classes.choose}
                      aria-label={say('bulk.choosing', { number: numberOf(row) })}
                      checked={selection.chosen.has(numberOf(row))}
                      onClick={({ shiftKey }) => selection.toggle(numberOf(row), shiftKey)}
                      readOnly
                    />
                  )}
                </td>
              )}
              <th scope="row">
                <Link data-row to="/ho-so/$number" params={{ number: numberOf(row) }}>
                  {numberOf(row)}
                </Link>
              </th>
              {told.map(({ head, cell, narrow, words }) => (
                <td key={say(head)} data-narrow={narrow} data-word={words}>
                  {cell(row)}
                </td>
              ))}
              <td className={classes.dueCell}>
                {due ? <DueDate due={due} /> : <span className={classes.none}>–</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
