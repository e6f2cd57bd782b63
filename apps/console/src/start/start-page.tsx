import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLostSince } from '../api/connection.ts';
import { Card, PageTitle } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { moment } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { needsSomebody } from '../operations/needs.ts';
import { operationsQuery } from '../operations/operations-query.ts';
import { RatingsCard } from '../ratings/ratings-card.tsx';
import { useSession } from '../session/session.tsx';
import { waitingProposals } from './counts.ts';
import { LATE, WAITING, type Line } from './lines.ts';
import { RegisteredToday } from './registered-today.tsx';
import classes from './start.module.css';

/** What waits for this person, in the post worn now: first what they decide or do, then what is late. */
export default function StartPage() {
  const say = useSay();
  const { has, post } = useSession();
  if (!post) return <PageTitle title={say('shell.noPost')} lead={say('shell.noPostNext')} />;
  return (
    <>
      <PageTitle
        title={say('start.title')}
        aside={has('head', 'auditor') && <Link to="/tong-quan">{say('nav.overview')}</Link>}
      />
      {has('operator') && <WellOrNot />}
      {has('administrator') && <SecondPerson />}
      {has('receiver') && <RegisteredToday />}
      {!has('head') && <Lines title={say('start.late')} of={LATE} isLate />}
      <Lines title={say(has('head') ? 'start.toDecide' : 'start.toDo')} of={WAITING} />
      {has('head') && <Lines title={say('start.late')} of={LATE} isLate />}
      {has('receiver', 'classifier', 'verifier', 'clerk', 'head', 'auditor') && <RatingsCard />}
    </>
  );
}

function Lines({
  title,
  of,
  isLate = false,
}: {
  title: string;
  of: readonly Line[];
  isLate?: boolean;
}) {
  const say = useSay();
  const { has } = useSession();
  const lines = of.filter(({ roles }) => has(...roles));
  const counts = useQueries({
    queries: lines.map(({ count }) => count as typeof waitingProposals),
  });
  if (lines.length === 0) return null;
  return (
    <Card title={title} className={classes.card}>
      <ul className={classes.lines}>
        {lines.map(({ label, to, view, isRare }, i) => {
          const { data, isPending } = counts[i]!;
          const n = data?.n ?? 0;
          if (isRare && n === 0) return null;
          return (
            <li key={label} data-late={isLate && n > 0} data-none={n === 0}>
              <strong>{data ? `${n}${data.more ? '+' : ''}` : isPending ? '…' : '?'}</strong>
              <Link to={to} search={view === undefined ? {} : { view }}>
                {isLate && n > 0 && <span aria-hidden="true">▲ </span>}
                {say(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** One sentence of operations; nothing is well where nothing is heard. */
function WellOrNot() {
  const say = useSay();
  const { data, dataUpdatedAt, error, refetch } = useQuery(operationsQuery);
  const since = useLostSince();
  if (!data && error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const n = data.reduce((sum, { status }) => sum + needsSomebody(status), 0);
  const isLost = since !== undefined || error !== null;
  const { time } = moment(new Date(dataUpdatedAt).toISOString());
  const said = n === 0 ? say('operations.well') : say('operations.needed', { n });
  return (
    <Card className={classes.card}>
      <p className={classes.sentence}>
        <Link to="/van-hanh">{isLost ? say('connection.lost', { time }) : said}</Link>
      </p>
      {!isLost && <p className={classes.meta}>{say('start.checked', { time })}</p>}
    </Card>
  );
}

/** Changes of the directory take two persons. */
function SecondPerson() {
  const say = useSay();
  const { data, error, refetch } = useQuery(waitingProposals);
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  return (
    <Card title={say('start.second')} className={classes.card}>
      <p>
        {data.n === 0
          ? say('start.noProposals')
          : say('start.proposals', { n: `${data.n}${data.more ? '+' : ''}` })}{' '}
        <Link to="/quan-tri/de-xuat">{say('nav.proposals')}</Link>
      </p>
      <p>
        <Link to="/quan-tri">{say('nav.admin')}</Link>
        {' · '}
        <Link to="/moi-tao-tai-khoan">{say('nav.invitations')}</Link>
      </p>
    </Card>
  );
}
