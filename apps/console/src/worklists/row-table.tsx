import { Link } from '@tanstack/react-router';
import { DueDate } from '../components/due-date.tsx';
import { useSay } from '../i18n/language.tsx';
import type { WorklistProps } from './worklist.tsx';
import classes from './worklist.module.css';

/** Desktop: a native table, the link in its first column. */
export function RowTable<Row>({
  rows,
  title,
  first,
  columns,
  numberOf,
  dueOf,
}: WorklistProps<Row> & { rows: readonly Row[] }) {
  const say = useSay();
  return (
    <table className={classes.table} aria-label={say(title)}>
      <thead>
        <tr>
          <th scope="col">{say(first)}</th>
          {columns.map(({ head }) => (
            <th key={say(head)} scope="col">
              {say(head)}
            </th>
          ))}
          <th scope="col">{say('list.due')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const due = dueOf(row);
          return (
            <tr key={numberOf(row)}>
              <th scope="row">
                <Link data-row to="/ho-so/$number" params={{ number: numberOf(row) }}>
                  {numberOf(row)}
                </Link>
              </th>
              {columns.map(({ head, cell, narrow }) => (
                <td key={say(head)} data-narrow={narrow}>
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
