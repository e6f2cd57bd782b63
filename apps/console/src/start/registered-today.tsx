import { KIND_WORDS } from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { moment } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { registeredToday } from './counts.ts';
import classes from './start.module.css';

/** For the desk: the papers that this person registered today, the last first. */
export function RegisteredToday() {
  const say = useSay();
  const both = useBoth();
  const { data, error, refetch } = useQuery(registeredToday);
  const aside = <Link to="/tiep-nhan">{say('nav.register')}</Link>;
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <Card
      title={say('start.registered', { n: data?.total ?? '…' })}
      aside={aside}
      className={classes.card}
    >
      {data?.items.length === 0 && <p className={classes.meta}>{say('start.noneRegistered')}</p>}
      {data && data.items.length > 0 && (
        <ul className={classes.papers}>
          {data.items.map(({ number, kind, gist, at }) => (
            <li key={number}>
              <span className={classes.meta}>{moment(at).time}</span>{' '}
              <Link to="/ho-so/$number" params={{ number }}>
                {number}
              </Link>{' '}
              · {both(KIND_WORDS[kind])}
              {gist !== null && ` · ${gist}`}
            </li>
          ))}
        </ul>
      )}
      {data && data.nextCursor !== null && (
        <p className={classes.meta}>{say('start.firstOnly', { n: data.items.length })}</p>
      )}
    </Card>
  );
}
