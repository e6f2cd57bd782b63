import { useLostSince } from '../api/connection.ts';
import { Notice } from '../components/notice.tsx';
import { moment } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './shell.module.css';

/** What is shown is no longer what is: said on every page, until the server is heard again. */
export function ConnectionBar() {
  const say = useSay();
  const since = useLostSince();
  return (
    <div role="status">
      {since !== undefined && (
        <div className={classes.connection}>
          <Notice
            tone="soon"
            title={say('connection.lost', { time: moment(new Date(since).toISOString()).time })}
          >
            <p>{say('connection.lostText')}</p>
          </Notice>
        </div>
      )}
    </div>
  );
}
