import {
  CASE_STATE_WORDS,
  KIND_WORDS,
  RESPONSE_STATE_WORDS,
  TRIAGE_STATE_WORDS,
  serviceWords,
} from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PendingNotice } from '../components/pending-notice.tsx';
import { Card, PageTitle } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import type { LocalizedText } from '../api/types.ts';
import { RatingsCard } from '../ratings/ratings-card.tsx';
import { ListLink } from './list-link.tsx';
import { NumberTable } from './number-table.tsx';
import { overviewQuery } from './overview-query.ts';
import { STAGES, type Figures, type Stage, type UnitFigures } from './figures.ts';
import { AgeChart, MonthChart, WeekChart } from './charts.tsx';
import classes from './overview.module.css';

const STATE_WORDS: Readonly<Record<Stage, Readonly<Record<string, LocalizedText>>>> = {
  triage: TRIAGE_STATE_WORDS,
  investigation: CASE_STATE_WORDS,
  response: RESPONSE_STATE_WORDS,
};

const route = getRouteApi('/console/tong-quan');

/** What a head asks first: how much waits and how old it is, whether it grows, what is late and where. */
export default function OverviewPage() {
  const { unit } = route.useSearch();
  const say = useSay();
  const both = useBoth();
  const { data, error, refetch } = useQuery(overviewQuery(unit));
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const { figures, pending } = data;
  return (
    <>
      <PageTitle
        title={say('overview.title')}
        lead={say('overview.lead', {
          unit: both(figures.unit.name),
          date: dayMonthYear(figures.asOf),
        })}
        aside={
          unit === undefined ? undefined : (
            <Link to="/tong-quan" search={{}}>
              {say('overview.whole')}
            </Link>
          )
        }
      />
      <PendingNotice services={pending} />
      <Now figures={figures} unit={unit} />
      <div className={classes.charts}>
        <AgeChart figures={figures} />
        <WeekChart figures={figures} />
        <MonthChart figures={figures} which="law" />
        {figures.months.some(({ internal }) => internal.inTime + internal.late > 0) && (
          <MonthChart figures={figures} which="internal" />
        )}
      </div>
      <Units figures={figures} />
      <RatingsCard />
      <Stages figures={figures} unit={unit} />
    </>
  );
}

/** The numbers of this moment, each with the list that it counts. */
function Now({ figures, unit }: { figures: Figures; unit: string | undefined }) {
  const say = useSay();
  const { open, lateByLaw, lateByTarget, openAt, lateAt } = figures;
  return (
    <ul className={classes.now}>
      <li>
        <strong>{open}</strong>
        <span>{say('overview.open')}</span>
        {STAGES.map((stage) => (
          <ListLink key={stage} stage={stage} view="open" unit={unit}>
            {say(serviceWords(stage))}: {openAt[stage]}
          </ListLink>
        ))}
      </li>
      <li data-late={lateByLaw > 0}>
        <strong>{lateByLaw}</strong>
        <span>
          {lateByLaw > 0 && <span aria-hidden="true">▲ </span>}
          {say('notices.law')}
        </span>
        {STAGES.map((stage) => (
          <ListLink key={stage} stage={stage} view="overdue" unit={unit}>
            {say(serviceWords(stage))}: {lateAt[stage]}
          </ListLink>
        ))}
      </li>
      {lateByTarget > 0 && (
        <li>
          <strong>{lateByTarget}</strong>
          <span>{say('notices.internal')}</span>
        </li>
      )}
    </ul>
  );
}

function Units({ figures: { units, unit: top } }: { figures: Figures }) {
  const say = useSay();
  const both = useBoth();
  // A list is that of a unit with those below it.
  const linked = (id: string, late: UnitFigures['lateAt']) =>
    id === top.id && units.length > 1 ? [] : STAGES.filter((stage) => late[stage] > 0);
  const hasTargets = units.some(({ lateByTarget }) => lateByTarget > 0);
  return (
    <Card title={say('overview.units')} className={classes.card}>
      {units.length === 0 ? (
        <p>{say('list.empty')}</p>
      ) : (
        <NumberTable
          label={say('overview.units')}
          heads={[
            say('notices.unit'),
            say('overview.open'),
            say('notices.law'),
            ...(hasTargets ? [say('notices.internal')] : []),
          ]}
          rows={units.map(({ unit, open, lateByLaw, lateByTarget, lateAt }) => ({
            key: unit.id,
            cells: [
              unit.id === top.id ? (
                both(unit.name)
              ) : (
                <Link key="unit" to="/tong-quan" search={{ unit: unit.id }}>
                  {both(unit.name)}
                </Link>
              ),
              open,
              <span key="late" className={classes.links}>
                {lateByLaw}
                {linked(unit.id, lateAt).map((stage) => (
                  <ListLink key={stage} stage={stage} view="overdue" unit={unit.id}>
                    {say(serviceWords(stage))}: {lateAt[stage]}
                  </ListLink>
                ))}
              </span>,
              ...(hasTargets ? [lateByTarget] : []),
            ],
          }))}
        />
      )}
    </Card>
  );
}

function Stages({ figures: { stages }, unit }: { figures: Figures; unit: string | undefined }) {
  const say = useSay();
  const both = useBoth();
  const kinds = [...new Set(stages.map(({ kind }) => kind))].sort();
  const rows = [...new Set(stages.map(({ stage, state }) => `${stage} ${state}`))];
  if (rows.length === 0) return null;
  return (
    <Card title={say('overview.stages')} className={classes.card}>
      <NumberTable
        label={say('overview.stages')}
        heads={[say('list.state'), ...kinds.map((kind) => both(KIND_WORDS[kind]))]}
        rows={rows.map((row) => {
          const of = stages.filter(({ stage, state }) => `${stage} ${state}` === row);
          const [{ stage, state }] = of as [(typeof of)[number]];
          return {
            key: row,
            cells: [
              both(STATE_WORDS[stage][state] ?? { vi: state, en: state }),
              ...kinds.map((kind) => {
                const n = of.find((each) => each.kind === kind)?.n ?? 0;
                return n === 0 ? (
                  0
                ) : (
                  <ListLink key={kind} {...{ stage, state, kind, unit }} view="open">
                    {n}
                  </ListLink>
                );
              }),
            ],
          };
        })}
      />
    </Card>
  );
}
