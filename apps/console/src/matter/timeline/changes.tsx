import type { HistoryEntry } from '../../api/types.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import classes from './timeline.module.css';

/** What an event recorded; a sealed value is shown as closed, never fetched for this. */
export function Changes({ changes }: { changes: HistoryEntry['changes'] }) {
  const say = useSay();
  const both = useBoth();
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(({ label, value, closed }) => (
        <div key={label.vi}>
          <dt>{both(label)}</dt>
          <dd>
            {closed ? (
              <span className={classes.closed} data-kind={closed}>
                {say(closed === 'identity' ? 'timeline.closedIdentity' : 'timeline.closed')}
              </span>
            ) : value === null ? (
              '–'
            ) : typeof value === 'string' ? (
              value
            ) : (
              both(value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
