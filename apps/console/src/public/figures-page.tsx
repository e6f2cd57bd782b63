import type { FigureLine, PublicFigures } from '../api/types.ts';
import { PageTitle } from '../components/page.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { inTimeWords, monthYear } from './figure-words.ts';
import { PublicFrame } from './frame.tsx';
import { Printed } from './printed.tsx';
import { useAddress } from './site.tsx';
import portal from './portal.module.css';

const COLUMNS = [
  'received',
  'settled',
  'inTime',
  'late',
  'medianDays',
  'upheld',
  'partlyUpheld',
  'dismissed',
] as const;

/** Figures of a month that is over, by unit, as the gateway found them. */
export function FiguresPage({ answer }: { answer?: PublicFigures }) {
  const say = useSay();
  return (
    <PublicFrame isWide>
      <Printed />
      <PageTitle title={say('figures.title')} lead={say('figures.lead')} isFirst />
      {answer && <Month figures={answer} />}
    </PublicFrame>
  );
}

function Month({ figures }: { figures: PublicFigures }) {
  const say = useSay();
  const both = useBoth();
  const addressOf = useAddress();
  const { month, closedOn, months, total, units } = figures;
  const page = addressOf('figures');
  const lines = [
    { id: 'all', name: say('figures.all'), line: total },
    ...units.map((unit) => ({ id: unit.id, name: both(unit.name), line: unit })),
  ];
  return (
    <>
      <section className={portal.section} aria-labelledby="month">
        <h2 id="month">{say('figures.month', { month: monthYear(month) })}</h2>
        <p className={portal.meta}>{say('figures.closed', { date: dayMonthYear(closedOn) })}</p>
        <table className="figures" aria-labelledby="month">
          <thead>
            <tr>
              <th scope="col">{say('figures.unit')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" aria-describedby={`is-${column}`}>
                  {say(`figures.${column}`)}
                  <span id={`is-${column}`}>{say(`figures.${column}Is`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, name, line }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {COLUMNS.map((column) => (
                  <td key={column} data-label={say(`figures.${column}`)}>
                    <Cell line={line} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={`${portal.buttons} no-print`}>
          <a href={`${page}/${month}.csv`}>{say('figures.csv')}</a>
          <a href={`${page}/${month}`}>{say('figures.stay')}</a>
        </p>
      </section>
      <section className={portal.section}>
        <h2>{say('figures.how')}</h2>
        <ul className={portal.points}>
          {(['small', 'secret', 'whenCounted', 'percent'] as const).map((one) => (
            <li key={one}>{say(`figures.${one}`)}</li>
          ))}
        </ul>
        <dl className="figures-meanings">
          {COLUMNS.map((column) => (
            <div key={column}>
              <dt>{say(`figures.${column}`)}</dt>
              <dd>{say(`figures.${column}Is`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <nav className={`${portal.section} no-print`} aria-label={say('figures.others')}>
        <h2>{say('figures.others')}</h2>
        <ul className="figures-months">
          {months.map((other) => (
            <li key={other}>
              <a href={`${page}/${other}`} aria-current={other === month ? 'page' : undefined}>
                {monthYear(other)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function Cell({ line, column }: { line: FigureLine; column: (typeof COLUMNS)[number] }) {
  const say = useSay();
  const value = column === 'inTime' ? line.inTime && inTimeWords(line.inTime, say) : line[column];
  return value === null ? <span className="figures-hidden">{say('figures.hidden')}</span> : value;
}
