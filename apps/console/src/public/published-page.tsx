import type { PublishedDecision } from '../api/types.ts';
import { PageTitle } from '../components/page.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { PublicFrame } from './frame.tsx';
import { Printed } from './printed.tsx';
import { useAddress } from './site.tsx';
import classes from './portal.module.css';

export type PublishedAnswer =
  | { readonly one: PublishedDecision }
  | {
      readonly items: readonly PublishedDecision[];
      /** Of the address of older ones. */
      readonly next: string | null;
      /** It is not the first page of the list. */
      readonly isFurther: boolean;
    };

const MOST_SHOWN = 240;
const beginningOf = (text: string): string =>
  text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).replace(/\s+\S*$/, '')}…`;

/** Decisions that are public: the list of them, or one, as the gateway found it. */
export function PublishedPage({ answer }: { answer?: PublishedAnswer }) {
  const say = useSay();
  return (
    <PublicFrame>
      {answer && 'one' in answer ? (
        <One decision={answer.one} />
      ) : (
        <>
          <PageTitle title={say('published.title')} lead={say('published.lead')} isFirst />
          {answer && <List {...answer} />}
        </>
      )}
    </PublicFrame>
  );
}

function List({ items, next, isFurther }: Exclude<PublishedAnswer, { one: unknown }>) {
  const say = useSay();
  const both = useBoth();
  const addressOf = useAddress();
  const list = addressOf('published');
  return (
    <>
      {items.length === 0 ? (
        <p className={classes.notice}>{say('published.none')}</p>
      ) : (
        <ul className={classes.forms}>
          {items.map((decision) => (
            <li key={decision.id}>
              <h2>
                <a href={`${list}/${decision.id}`}>{both(decision.outcomeText)}</a>
              </h2>
              <p className={classes.meta}>
                {both(decision.unit.name)} ·{' '}
                {say('published.on', { date: dayMonthYear(decision.publishedOn) })}
              </p>
              <p className={classes.excerpt}>{beginningOf(decision.text)}</p>
            </li>
          ))}
        </ul>
      )}
      <nav className={classes.buttons} aria-label={say('published.more')}>
        {isFurther && <a href={list}>{say('published.newest')}</a>}
        {next !== null && (
          <a href={`${list}?${new URLSearchParams({ tiep: next })}`}>{say('published.older')}</a>
        )}
      </nav>
    </>
  );
}

function One({ decision }: { decision: PublishedDecision }) {
  const say = useSay();
  const both = useBoth();
  const addressOf = useAddress();
  const { kindText, instance, unit, issuedOn, publishedOn, outcomeText, text } = decision;
  const rows = [
    ['published.unit', both(unit.name)],
    ['published.kind', `${both(kindText)}, ${say(`published.instance${instance}`)}`],
    ['published.issuedOn', dayMonthYear(issuedOn)],
    ['published.publishedOn', dayMonthYear(publishedOn)],
  ] as const;
  return (
    <article>
      <Printed />
      <PageTitle title={both(outcomeText)} lead={say('published.oneLead')} isFirst />
      <dl className={classes.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className={classes.section}>
        <h2>{say('published.text')}</h2>
        {/* Decisions are in Vietnamese, whatever language the page is in. */}
        <p className={classes.told} lang="vi">
          {text}
        </p>
        <p className={classes.meta}>{say('published.redacted')}</p>
      </section>
      <p className={`${classes.section} no-print`}>
        <a href={addressOf('published')}>{say('published.all')}</a>
      </p>
    </article>
  );
}
