import { Link } from '@tanstack/react-router';
import type { MessageId } from '../i18n/catalogue.ts';
import { useSay } from '../i18n/language.tsx';
import { isFiltered, unfiltered, type ListPath, type ListSearch } from './list-search.ts';
import classes from './worklist.module.css';

/** Why a list is empty, and what to do about it. */
export function Empty({
  to,
  view,
  first,
  search,
  words,
}: {
  to: ListPath;
  view: string;
  first: string;
  search: ListSearch;
  words: string | undefined;
}) {
  const say = useSay();
  const scope = say(`view.${view}` as MessageId);
  const narrowed = isFiltered(search) || words !== undefined;
  const said = () => {
    if (words !== undefined) return say('list.notFound', { words, scope: `“${scope}”` });
    if (isFiltered(search)) return say('list.noneFiltered');
    if (view === first) return say('list.empty');
    return view === 'overdue' ? say('list.emptyOverdue') : say('list.emptyView', { view: scope });
  };
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{said()}</p>
      {words !== undefined && <p>{say('list.notFoundText')}</p>}
      {!narrowed && view === first && <p>{say('list.emptyText')}</p>}
      {narrowed ? (
        <Link to={to} search={unfiltered(search)} state={{}}>
          {say('filter.clear')}
        </Link>
      ) : (
        <Link to={to} search={{ view: 'all' }}>
          {say('list.seeAll')}
        </Link>
      )}
    </div>
  );
}
