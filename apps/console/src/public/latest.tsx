import { useState } from 'react';
import type { PublishedDecision } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useAddress } from './site.tsx';
import classes from './home.module.css';

/** What the gateway knows on the day, for the home page. */
export interface HomeAnswer {
  readonly latest: readonly Pick<
    PublishedDecision,
    'id' | 'unit' | 'outcomeText' | 'publishedOn'
  >[];
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

/** Decisions that became public last. */
export function Latest({ told }: { told: HomeAnswer }) {
  const say = useSay();
  const both = useBoth();
  const addressOf = useAddress();
  const list = addressOf('published');
  return (
    <section className={classes.more} id={ID} data-told={JSON.stringify(told)}>
      <h2>{say('home.latest')}</h2>
      <ul className={classes.latest}>
        {told.latest.map(({ id, unit, outcomeText, publishedOn }) => (
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
