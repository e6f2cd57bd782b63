import { useState } from 'react';
import type { FigureLine, PublicFigures, PublishedDecision } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { inTimeWords, monthYear } from './figure-words.ts';
import { useAddress } from './site.tsx';
import classes from './home.module.css';

type HomeFigures = Pick<PublicFigures, 'month' | 'closedOn'> &
  Pick<FigureLine, 'received' | 'inTime' | 'late' | 'medianDays'>;

/** What the gateway knows on the day, for the home page. */
export interface HomeAnswer {
  readonly latest: readonly Pick<
    PublishedDecision,
    'id' | 'unit' | 'outcomeText' | 'publishedOn'
  >[];
  readonly figures: HomeFigures | null;
}

const ID = 'told';

/** As it was drawn; the script that wakes the page finds it there again. */
export function useTold(answer: HomeAnswer | undefined): HomeAnswer | undefined {
  return useState(() => answer ?? toldInPage())[0];
}

function toldInPage(): HomeAnswer | undefined {
  if (typeof document === 'undefined') return undefined;
  const { told } = document.getElementById(ID)?.dataset ?? {};
  return told === undefined ? undefined : (JSON.parse(told) as HomeAnswer);
}

/** How the house did in the last month that is over, and which decisions became public last. */
export function Told({ told }: { told: HomeAnswer }) {
  return (
    <div id={ID} data-told={JSON.stringify(told)}>
      {told.figures && <LastMonth figures={told.figures} />}
      {told.latest.length > 0 && <Latest latest={told.latest} />}
    </div>
  );
}

function LastMonth({ figures }: { figures: HomeFigures }) {
  const say = useSay();
  const addressOf = useAddress();
  const { month, closedOn, received, inTime, late, medianDays } = figures;
  const rows = [
    ['home.received', received],
    ['home.inTime', inTime && inTimeWords(inTime, say)],
    ['home.late', late],
    ['home.medianDays', medianDays],
  ] as const;
  return (
    <section className={classes.more}>
      <h2>{say('home.figuresOf', { month: monthYear(month) })}</h2>
      <dl className={classes.numbers}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{value ?? say('share.hidden')}</dd>
          </div>
        ))}
      </dl>
      <p>
        {say('home.figuresClosed', { date: dayMonthYear(closedOn) })}{' '}
        <a href={addressOf('figures')}>{say('home.allFigures')}</a>
      </p>
    </section>
  );
}

function Latest({ latest }: Pick<HomeAnswer, 'latest'>) {
  const say = useSay();
  const both = useBoth();
  const addressOf = useAddress();
  const list = addressOf('published');
  return (
    <section className={classes.more}>
      <h2>{say('home.latest')}</h2>
      <ul className={classes.latest}>
        {latest.map(({ id, unit, outcomeText, publishedOn }) => (
          <li key={id}>
            <a href={`${list}/${id}`}>{both(outcomeText)}</a>
            <span>
              {both(unit.name)} · {dayMonthYear(publishedOn)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={list}>{say('home.allPublished')}</a>
      </p>
    </section>
  );
}
