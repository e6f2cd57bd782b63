import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DisclosureRow } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { dayMonthYear, timeAndDate, today } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { disclosuresQuery } from './disclosures-query.ts';
import { ProposedDecisions } from './proposed-decisions.tsx';
import { ReceiptCorrections } from './receipt-corrections.tsx';
import classes from './supervision.module.css';

const route = getRouteApi('/console/danh-tinh-da-mo');

/** For heads: who of their branch opened whose identity, what for and how often; never what was seen. */
export default function DisclosuresPage() {
  const { tuan } = route.useSearch();
  const say = useSay();
  const list = useInfiniteQuery(disclosuresQuery(tuan));
  const [first] = list.data?.pages ?? [];
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.error && !first)
    return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />;
  if (!first) return <p>{say('common.loading')}</p>;
  const period = { from: dayMonthYear(first.from), to: dayMonthYear(first.to) };
  return (
    <>
      <PageTitle title={say('disclosures.title')} lead={say('disclosures.lead')} />
      <nav className={classes.weeks} aria-label={say('disclosures.weeks')}>
        <Link to="/danh-tinh-da-mo" search={{ tuan: first.before }}>
          {say('disclosures.before')}
        </Link>
        <strong>{say('disclosures.week', period)}</strong>
        {first.to < today() && (
          <Link to="/danh-tinh-da-mo" search={{ tuan: first.after }}>
            {say('disclosures.after')}
          </Link>
        )}
      </nav>
      {rows.length === 0 ? (
        <p className={classes.empty}>{say('disclosures.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('disclosures.title')}>
          {rows.map((row) => (
            <Row key={`${row.person.id} ${row.unit.id} ${row.number} ${row.purpose}`} row={row} />
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
      <ProposedDecisions week={first.week} />
      <ReceiptCorrections week={first.week} />
    </>
  );
}

function Row({ row }: { row: DisclosureRow }) {
  const say = useSay();
  const both = useBoth();
  const { person, unit, number, purposeText, opened, refused, lastAt } = row;
  return (
    <li>
      <div>
        <strong>{person.name}</strong>
        <p className={classes.meta}>{both(unit.name)}</p>
      </div>
      <div>
        <Link to="/ho-so/$number" params={{ number }}>
          {number}
        </Link>
        <p className={classes.meta}>{both(purposeText)}</p>
      </div>
      <div>
        <p>{say('disclosures.opened', { n: opened })}</p>
        {lastAt !== null && (
          <p className={classes.meta}>
            {say('disclosures.last', { time: timeAndDate(lastAt, say) })}
          </p>
        )}
        {refused > 0 && (
          <p className={classes.refused}>▲ {say('disclosures.refused', { n: refused })}</p>
        )}
      </div>
    </li>
  );
}
