import { serviceWords } from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import type { Operations } from '../api/types.ts';
import { useLostSince } from '../api/connection.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { moment, timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { HeldStreams } from './held-streams.tsx';
import { READ_MODELS, needsSomebody } from './needs.ts';
import { Outcome } from './outcome.tsx';
import { useRedrive } from './redrive.ts';
import { Runbook } from './runbook.tsx';
import { operationsQuery } from './operations-query.ts';
import classes from './operations.module.css';

const HEADS = ['service', ...READ_MODELS, 'messages', 'parked', 'waiting', 'unreadable'] as const;

/** What needs an operator: one sentence, then service by service. Ids and codes only. */
export default function OperationsPage() {
  const say = useSay();
  const { data, dataUpdatedAt, error, refetch } = useQuery(operationsQuery);
  const redrive = useRedrive();
  const lost = useLostSince() !== undefined || error !== null;
  if (!data && error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const n = data.reduce((sum, { status }) => sum + needsSomebody(status), 0);
  const { time } = moment(new Date(dataUpdatedAt).toISOString());
  return (
    <>
      <PageTitle
        title={
          lost
            ? say('operations.unknown')
            : n === 0
              ? say('operations.well')
              : say('operations.needed', { n })
        }
        lead={say(lost ? 'operations.asOf' : 'operations.checked', { time })}
      />
      <p className={classes.hint}>{say('operations.scroll')}</p>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={say('operations.title')}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {say(`operations.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map(({ service, status }) => (
              <tr key={service} data-trouble={needsSomebody(status) > 0}>
                <th scope="row">{say(serviceWords(service))}</th>
                {status ? (
                  <Cells status={status} />
                ) : (
                  <td colSpan={HEADS.length - 1}>{say('operations.away')}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.map(({ service, status }) =>
        status && status.clocksHeld > 0 ? (
          <p key={service}>
            {say('operations.unjudged', {
              service: say(serviceWords(service)),
              n: status.clocksHeld,
            })}
          </p>
        ) : null,
      )}
      <Outcome redrive={redrive} />
      {data.map(({ service, status }) => (
        <HeldStreams key={service} service={service} status={status} redrive={redrive} />
      ))}
      {data.some(({ status }) => status?.held.some(({ state }) => state === 'parked')) && (
        <Runbook />
      )}
    </>
  );
}

const stateOf = ({ state, caughtUp, error }: Operations['readModels']['rights']) => {
  if (error) return 'failed';
  return state === 'running' && !caughtUp ? 'behind' : state;
};

function Cells({ status }: { status: Operations }) {
  const say = useSay();
  const { readModels, messagesFlow, messagesLateSince, held, unreadable } = status;
  const count = (state: 'parked' | 'waiting') => held.filter((each) => each.state === state).length;
  return (
    <>
      {READ_MODELS.map((name) => (
        <td key={name}>{say(`operations.rows.${stateOf(readModels[name])}`)}</td>
      ))}
      <td>
        {messagesLateSince === undefined
          ? say(messagesFlow ? 'operations.flow' : 'operations.stopped')
          : say('operations.late', { time: timeAndDate(messagesLateSince, say) })}
      </td>
      <td>{count('parked')}</td>
      <td>{count('waiting')}</td>
      <td>{unreadable.count}</td>
    </>
  );
}
