import { dayMonthYear } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { Chart } from './chart.tsx';
import type { Figures } from './figures.ts';
import { NumberTable } from './number-table.tsx';

const sum = (numbers: readonly number[]): number => numbers.reduce((n, each) => n + each, 0);

/** What waits, by how many days ago it was received. */
export function AgeChart({ figures: { ages, open } }: { figures: Figures }) {
  const say = useSay();
  const bands = ages.map(({ from, to }) =>
    to === null ? say('overview.ageFrom', { from }) : say('overview.age', { from, to }),
  );
  const old = sum(ages.slice(3).map(({ n }) => n));
  return (
    <Chart
      title={say('overview.ages')}
      summary={say('overview.agesSaid', { open, old })}
      labels={bands}
      series={[{ name: say('overview.matters'), look: 'solid', values: ages.map(({ n }) => n) }]}
    >
      <NumberTable
        label={say('overview.ages')}
        heads={[say('overview.days'), say('overview.matters')]}
        rows={ages.map(({ n }, i) => ({ key: bands[i]!, cells: [bands[i], n] }))}
      />
    </Chart>
  );
}

const dayMonth = (date: string): string => dayMonthYear(date).slice(0, 5);

/** What came in and what was finished, week by week. */
export function WeekChart({ figures: { weeks } }: { figures: Figures }) {
  const say = useSay();
  const came = sum(weeks.map((week) => week.in));
  const went = sum(weeks.map(({ out }) => out));
  return (
    <Chart
      title={say('overview.weeks')}
      summary={say('overview.weeksSaid', { came, went })}
      labels={weeks.map(({ from }) => dayMonth(from))}
      every={5}
      series={[
        { name: say('overview.in'), look: 'outline', values: weeks.map((week) => week.in) },
        { name: say('overview.out'), look: 'solid', values: weeks.map(({ out }) => out) },
      ]}
    >
      <NumberTable
        label={say('overview.weeks')}
        heads={[say('overview.weekOf'), say('overview.in'), say('overview.out')]}
        rows={weeks.toReversed().map((week) => ({
          key: week.week,
          cells: [
            say('overview.week', { week: week.week.slice(6), from: dayMonthYear(week.from) }),
            week.in,
            week.out,
          ],
        }))}
      />
    </Chart>
  );
}

/** Steps done in time or late, month by month: the law's limits and our own targets never in one picture. */
export function MonthChart({
  figures: { months },
  which,
}: {
  figures: Figures;
  which: 'law' | 'internal';
}) {
  const say = useSay();
  const inTime = months.map((month) => month[which].inTime);
  const late = months.map((month) => month[which].late);
  const named = months.map(({ month }) => `${month.slice(5)}/${month.slice(0, 4)}`);
  const title = say(which === 'law' ? 'overview.months' : 'overview.monthsInternal');
  return (
    <Chart
      title={title}
      summary={say('overview.monthsSaid', { inTime: sum(inTime), late: sum(late) })}
      labels={named}
      every={3}
      series={[
        { name: say('overview.inTime'), look: 'solid', values: inTime },
        { name: say('overview.late'), look: 'late', values: late },
      ]}
    >
      <NumberTable
        label={title}
        heads={[say('overview.month'), say('overview.inTime'), say('overview.late')]}
        rows={named
          .map((name, i) => ({ key: name, cells: [name, inTime[i], late[i]] }))
          .toReversed()}
      />
    </Chart>
  );
}
