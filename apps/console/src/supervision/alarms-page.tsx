import { ROLE_WORDS } from '@minh-bach/contracts/browser';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Alarms } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { alarmsQuery } from './alarms-query.ts';
import classes from './supervision.module.css';

/** For auditors and administrators: what is allowed, and worth a second look. */
export default function AlarmsPage() {
  const say = useSay();
  const list = useInfiniteQuery(alarmsQuery);
  const { data, error, refetch } = list;
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const alarms = data.pages
    .flatMap(({ items }) => items)
    .sort((one, other) => other.at.localeCompare(one.at));
  return (
    <>
      <PageTitle title={say('alarms.title')} lead={say('alarms.lead')} />
      {alarms.length === 0 ? (
        <p className={classes.empty}>{say('alarms.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('alarms.title')}>
          {alarms.map((alarm) => (
            <Row key={alarm.id} alarm={alarm} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('list.more')}
        </Button>
      )}
    </>
  );
}

function Row({ alarm: item }: { alarm: AlarmItem }) {
  const { alarm, person, by, at, roles, unit } = item;
  const say = useSay();
  const both = useBoth();
  const named = roles.map((role) => both(ROLE_WORDS[role])).join(', ');
  return (
    <li>
      <div>
        <strong>{person?.name ?? (unit && both(unit.name))}</strong>
        <p className={classes.meta}>{timeAndDate(at, say)}</p>
      </div>
      <div>
        <p className={classes.refused}>▲ {say(`alarms.${alarm}`)}</p>
        {named !== '' && (
          <p className={classes.meta}>
            {unit === null
              ? say('alarms.roles', { roles: named })
              : say('alarms.ended', { roles: named, unit: both(unit.name) })}
          </p>
        )}
        {alarm === 'nobody-handles' && <p className={classes.meta}>{say('alarms.nameSomebody')}</p>}
      </div>
      <div>
        {by !== null && by.id !== person?.id && (
          <p className={classes.meta}>{say(wordsOfBy(alarm, unit), { name: by.name })}</p>
        )}
      </div>
    </li>
  );
}

const BY_DEPUTIES: readonly AlarmItem['alarm'][] = [
  'many-called-denunciations',
  'many-declined-corrections',
  'many-merged',
];

/** Who acted: as somebody’s deputy, or for the directory. */
function wordsOfBy(alarm: AlarmItem['alarm'], unit: AlarmItem['unit']) {
  if (BY_DEPUTIES.includes(alarm)) return 'alarms.calledBy';
  return unit === null ? 'alarms.by' : 'alarms.endedBy';
}

type AlarmItem = Alarms['items'][number];
