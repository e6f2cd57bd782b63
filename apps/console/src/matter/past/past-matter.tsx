import { serviceWords } from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import { pastQuery } from '../../api/past-query.ts';
import { historyQuery, matterQuery } from '../../api/queries.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Card, PageTitle } from '../../components/page.tsx';
import { dueText, endOf, timeAndDate } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import { Events } from '../timeline/timeline.tsx';
import { PastBar } from './past-bar.tsx';
import { PickDay } from './pick-day.tsx';
import { furthestOf, limitsAfter, statesAfter } from './stood.ts';
import type { Limit, Standing } from './stood.ts';
import classes from './past.module.css';

/** A matter as it stood, from what was recorded by then and under today's rights; nothing can be done here. */
export function PastMatter({ number, luc }: { number: string; luc: string }) {
  const say = useSay();
  const all = useQuery({ ...historyQuery(number), refetchInterval: false });
  const then = useQuery(pastQuery(number, endOf(luc)));
  const moments = [...new Set(all.data?.entries.map(({ recordedAt }) => recordedAt))].sort();
  const title = say(number.startsWith('V') ? 'matter.case' : 'matter.title', { number });
  const history = then.data;
  // Which matter it is, not how it stood: today's rights decide whether that may be read.
  const { data: matter } = useQuery({ ...matterQuery(number), refetchInterval: false });
  const gist = matter?.intake?.gist ?? matter?.triage?.gist ?? matter?.investigation?.gist;
  return (
    <div className={classes.past}>
      <PastBar number={number} luc={luc} moments={moments} />
      <PickDay number={number} luc={luc} />
      <PageTitle title={title} />
      {gist != null && <p className={classes.gist}>{gist}</p>}
      {then.error && <ProblemNotice problem={then.error} onRetry={() => void then.refetch()} />}
      {then.isPending && <p>{say('common.loading')}</p>}
      {history?.entries.length === 0 && <p>{say('past.nothing')}</p>}
      {history && history.entries.length > 0 && (
        <div className={classes.grid}>
          <div className={classes.column}>
            <States states={statesAfter(history.entries)} />
            <Limits limits={limitsAfter(history.entries)} />
          </div>
          <Card title={say('timeline.title')}>
            <Events history={history} />
          </Card>
        </div>
      )}
    </div>
  );
}

function States({ states }: { states: readonly Standing[] }) {
  const say = useSay();
  const both = useBoth();
  const leading = furthestOf(states);
  return (
    <Card title={say('past.state')}>
      {leading && <p className={classes.leading}>{both(leading.state)}</p>}
      {states.length > 0 && <h3 className={classes.meta}>{say('past.parts')}</h3>}
      <ol className={classes.list}>
        {states.map(({ service, state, since }) => (
          <li key={service}>
            <div>
              {say(serviceWords(service))}: {both(state)}
            </div>
            <div className={classes.meta}>
              {say('past.since', { time: timeAndDate(since, say) })}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Limits({ limits }: { limits: readonly Limit[] }) {
  const say = useSay();
  const both = useBoth();
  return (
    <Card title={say('past.dates')}>
      {limits.length === 0 && <p>{say('past.noDates')}</p>}
      <ul className={classes.list}>
        {limits.map(({ rule, name, law, legal, due, breached }) => (
          <li key={rule} data-breached={breached}>
            <div>{both(name)}</div>
            <strong>{dueText(due, say)}</strong>
            {breached && <span className={classes.breached}> ▲ {say('past.breached')}</span>}
            <div className={classes.meta}>{legal ? law : say('due.internal')}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
