import { MOST_COUNTED_OF_VIEW } from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { viewCountsQuery } from '../api/queries.ts';
import type { Service } from '../api/types.ts';
import type { MessageId } from '../i18n/catalogue.ts';
import { moment } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import type { ListPath, ListSearch } from './list-search.ts';
import { useWords } from './searched-words.ts';
import classes from './worklist.module.css';

/** Most days nobody has one: they stand here only while they hold something. */
const RARE: readonly string[] = ['holder-left', 'to-guide', 'urged'];

/** Older than this, a count says when it was counted. */
const LAGS_MS = 150_000;

/** The views of a list, as links, each with how much it holds. A filter stays as it is. */
export function ViewTabs({
  service,
  to,
  views,
  view,
  search,
}: {
  service: Service;
  to: ListPath;
  views: readonly string[];
  view: string;
  search: ListSearch;
}) {
  const say = useSay();
  const { state } = useWords(to);
  const { data, dataUpdatedAt } = useQuery(viewCountsQuery(service));
  const lags = data !== undefined && Date.now() - dataUpdatedAt > LAGS_MS;
  const shown = views.filter(
    (each) => each === view || !RARE.includes(each) || (data?.counts[each] ?? 0) > 0,
  );
  return (
    <nav className={classes.views} aria-label={say('list.views')}>
      {shown.map((each) => (
        <Link
          key={each}
          to={to}
          search={{ ...search, view: each }}
          state={state}
          aria-current={each === view ? 'page' : undefined}
        >
          {say(`view.${each}` as MessageId)} {each !== 'all' && <Count n={data?.counts[each]} />}
        </Link>
      ))}
      {lags && (
        <span className={classes.none}>
          {say('list.countedAt', { time: moment(data.at).time })}
        </span>
      )}
    </nav>
  );
}

function Count({ n }: { n: number | undefined }) {
  const say = useSay();
  if (n === undefined) return null;
  const more = n > MOST_COUNTED_OF_VIEW;
  const shown = Math.min(n, MOST_COUNTED_OF_VIEW);
  return (
    <span
      className={classes.count}
      role="img"
      aria-label={say(more ? 'list.countOfMore' : 'list.countOf', { n: shown })}
    >
      {shown}
      {more && '+'}
    </span>
  );
}
