import { folioRange, words } from '@minh-bach/contracts/browser';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { matterQuery } from '../../api/queries.ts';
import { PageTitle } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { dayMonthYear, timeAndDate } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';
import { FILE_INDEX, entriesOf } from './entries.ts';
import classes from './file-index.module.css';

const route = getRouteApi('/console/ho-so/$number/muc-luc');

/** What lies in the case file under which numbers, to be read or printed. */
export default function FileIndexPage() {
  const { number } = route.useParams();
  const say = useSay();
  const both = useBoth();
  const { me } = useSession();
  const { data: matter, error, refetch } = useQuery(matterQuery(number));
  const investigation = matter?.investigation;
  if (!matter && !error) return <p>{say('common.loading')}</p>;
  if (!matter && error)
    return (
      <>
        <PageTitle title={say(FILE_INDEX)} />
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </>
    );
  if (!investigation)
    return <PageTitle title={say('common.notFound')} lead={say('common.notFoundNext')} />;
  const entries = entriesOf(investigation);
  const pages = Math.max(0, ...entries.map(({ folio }) => folio?.to ?? 0));
  return (
    <article className={classes.index}>
      <p className={classes.unit}>{both(investigation.unit.name)}</p>
      <PageTitle
        title={say(FILE_INDEX)}
        lead={say('matter.case', { number: investigation.case })}
        aside={
          <div className={classes.buttons}>
            <Link to="/ho-so/$number" params={{ number }}>
              {say(BACK)}
            </Link>
            <Button variant="default" onClick={() => window.print()}>
              {say(PRINT)}
            </Button>
          </div>
        }
      />
      {entries.length === 0 ? (
        <p>{say(EMPTY)}</p>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={say(FILE_INDEX)}>
          <table>
            <thead>
              <tr>
                {HEADS.map((head) => (
                  <th key={head.en} scope="col">
                    {say(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map(({ item, folio, what, from, on, by, isWithdrawn }) => (
                <tr key={item} data-withdrawn={isWithdrawn}>
                  <td>{item}</td>
                  <td className={classes.folio}>{folio ? folioRange(folio) : '–'}</td>
                  <td>
                    <span className={classes.what}>{what ? both(what) : say('matter.erased')}</span>
                    {isWithdrawn && <strong> ({say(WITHDRAWN)})</strong>}
                  </td>
                  <td>{from ?? '–'}</td>
                  <td>{dayMonthYear(on)}</td>
                  <td>{by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={classes.foot}>
        {say(
          words(
            `Tổng cộng ${entries.length} tài liệu, ${pages} bút lục. Tài liệu đã rút vẫn giữ số.`,
            `${entries.length} papers, ${pages} folios. What was withdrawn keeps its numbers.`,
          ),
        )}
      </p>
      <p className={classes.printed}>
        {say(words('Người in', 'Printed by'))}: {me.name},{' '}
        {timeAndDate(new Date().toISOString(), say)}
      </p>
    </article>
  );
}

const BACK = words('Về hồ sơ', 'Back to the file');
const PRINT = words('In mục lục', 'Print the index');
const EMPTY = words('Hồ sơ chưa có tài liệu nào.', 'Nothing lies in the file yet.');
const WITHDRAWN = words('đã rút', 'withdrawn');
const HEADS = [
  words('STT', 'No.'),
  words('Bút lục', 'Folios'),
  words('Tên tài liệu', 'What'),
  words('Người hoặc nơi cung cấp', 'From whom'),
  words('Ngày', 'Date'),
  words('Người ghi nhận', 'Recorded by'),
];
