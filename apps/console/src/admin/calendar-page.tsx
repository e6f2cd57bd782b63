import { queryOptions, useQuery } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import type { CalendarDays } from '../api/types.ts';
import { Card, PageTitle } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { dayMonthYear, today } from '../i18n/dates.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import classes from './admin.module.css';
import { useTold } from './told.ts';

type Day = CalendarDays['days'][number];

const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => read<CalendarDays>('/directory/calendar', signal),
});

/** The days by which deadlines count, by year; years gone by are folded. */
export default function CalendarPage() {
  const say = useSay();
  const told = useTold();
  const { data, error, refetch } = useQuery(calendarQuery);
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const years = [...new Set(data.days.map(({ date }) => date.slice(0, 4)))].toReversed();
  const now = today().slice(0, 4);
  return (
    <>
      <PageTitle title={say('nav.calendar')} lead={told('calendar.lead')} />
      <p className={classes.meta}>
        {told('calendar.version', {
          version: data.version,
          day: dayMonthYear(data.confirmedThrough),
        })}
      </p>
      {years.map((year) => (
        <Card key={year} className={classes.year}>
          <details open={year >= now}>
            <summary>
              <h2>{told('calendar.year', { year })}</h2>
            </summary>
            <Days of={data.days.filter(({ date }) => date.startsWith(year))} />
          </details>
        </Card>
      ))}
    </>
  );
}

function Days({ of }: { of: readonly Day[] }) {
  const told = useTold();
  const both = useBoth();
  const { language } = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <table className={classes.compared}>
      <thead>
        <tr>
          <th scope="col">{told('calendar.day')}</th>
          <th scope="col">{told('calendar.name')}</th>
          <th scope="col">{told('calendar.type')}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ date, name, type, isDraft }) => (
          <tr key={date}>
            <th scope="row">
              {dayMonthYear(date)}, {weekday.format(new Date(date))}
            </th>
            <td>{both(name)}</td>
            <td>
              {told(`calendar.${type}`)}
              {isDraft && ` · ○ ${told('calendar.draft')}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
