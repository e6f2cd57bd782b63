import { serviceWords } from '@minh-bach/contracts/browser';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { moment } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './operations.module.css';
import type { useRedrive } from './redrive.ts';

/** What became of the last try. It stays when what was tried is gone from the page. */
export function Outcome({ redrive }: { redrive: ReturnType<typeof useRedrive> }) {
  const say = useSay();
  const { data, error, isPending } = redrive;
  return (
    <>
      <div className={classes.outcome} role="status">
        {isPending && <p>{say('operations.retrying')}</p>}
        {data && (
          <Notice
            title={say('operations.retried', {
              service: say(serviceWords(data.service)),
              time: moment(data.at).time,
            })}
          >
            <p>
              {data.streams + data.deadLetters === 0
                ? say('operations.retriedNone')
                : say('operations.retriedSome', { n: data.streams, letters: data.deadLetters })}
            </p>
          </Notice>
        )}
      </div>
      {error && (
        <div className={classes.outcome}>
          <ProblemNotice problem={error} />
        </div>
      )}
    </>
  );
}
