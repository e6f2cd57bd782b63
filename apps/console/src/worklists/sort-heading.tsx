import { Link } from '@tanstack/react-router';
import { useSay, type Label } from '../i18n/language.tsx';
import { sortOf, sortedBy, type ListPath, type ListSearch, type SortBy } from './list-search.ts';
import { useWords } from './searched-words.ts';
import classes from './worklist.module.css';

const SHAPES = { ascending: '▲', descending: '▼' } as const;

/** A heading by which a list is sorted: a link, so the order is in the address. */
export function SortHeading({
  to,
  label,
  by,
  search,
}: {
  to: ListPath;
  label: Label;
  by?: SortBy | undefined;
  search: ListSearch;
}) {
  const say = useSay();
  const { state } = useWords(to);
  if (by === undefined) return <th scope="col">{say(label)}</th>;
  const sorted = sortOf(search, by);
  return (
    <th scope="col" aria-sort={sorted}>
      <Link to={to} search={sortedBy(search, by)} state={state} className={classes.sort}>
        {say(label)} <span aria-hidden="true">{sorted ? SHAPES[sorted] : '↕'}</span>
      </Link>
    </th>
  );
}
