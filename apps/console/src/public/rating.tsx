import { useState } from 'react';
import type { Tracked } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { useSay } from '../i18n/language.tsx';
import { useAddress } from './site.tsx';
import classes from './tracked.module.css';

const STARS = ['5', '4', '3', '2', '1'] as const;
const REASONS = ['slow', 'burdensome', 'extortion', 'mistaken', 'unclear', 'attitude'] as const;

export interface Said {
  readonly stars: number;
  readonly reasons: readonly string[];
  readonly words: string | null;
}

interface Props {
  readonly rating: Tracked['rating'];
  /** Without it, the browser sends the form by itself, and the code is typed again: no page names it. */
  readonly onRate?: ((said: Said) => Promise<void>) | undefined;
}

/** Its sender rates how it was handled, once, when they have the decision. */
export function RateHandling({ rating, onRate }: Props) {
  const say = useSay();
  const addressOf = useAddress();
  const [problem, setProblem] = useState<unknown>();
  const [unchosen, setUnchosen] = useState(false);
  const [busy, setBusy] = useState(false);
  if (rating.stars !== null)
    return (
      <section>
        <h2>{say('rate.title')}</h2>
        <p role="status">
          {say('rate.done', {
            stars: String(rating.stars),
            said: say(`rate.star${rating.stars as 1}`).toLowerCase(),
          })}
        </p>
      </section>
    );
  if (!rating.isOpen) return null;
  const send = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const stars = Number(data.get('stars'));
    setUnchosen(!stars);
    if (!stars || busy || !onRate) return;
    setBusy(true);
    setProblem(undefined);
    const words = String(data.get('words') ?? '').trim();
    try {
      await onRate({
        stars,
        reasons: data.getAll('reasons').map(String),
        words: words === '' ? null : words,
      });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="no-print">
      <h2>{say('rate.title')}</h2>
      <p>{say('rate.lead')}</p>
      <form
        method="post"
        action={`${addressOf('track')}/rating`}
        className={classes.rate}
        onSubmit={(event) => {
          if (!onRate) return;
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        {!onRate && (
          <label className={classes.words}>
            {say('rate.code')}
            <input name="code" autoComplete="off" required maxLength={60} />
          </label>
        )}
        <fieldset aria-describedby={unchosen ? 'rate-missing' : undefined}>
          <legend>{say('rate.stars')}</legend>
          {unchosen && (
            <p id="rate-missing" className={classes.fault} role="alert">
              {say('rate.missing')}
            </p>
          )}
          {STARS.map((n) => (
            <label key={n}>
              <input type="radio" name="stars" value={n} required={!onRate} />{' '}
              {say('rate.star', { n, said: say(`rate.star${n}`) })}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say('rate.reasons')}</legend>
          {REASONS.map((reason) => (
            <label key={reason}>
              <input type="checkbox" name="reasons" value={reason} /> {say(`rate.${reason}`)}
            </label>
          ))}
        </fieldset>
        <label className={classes.words}>
          {say('rate.words')}
          <textarea name="words" rows={4} maxLength={2000} />
        </label>
        <p className={classes.hint}>{say('rate.who')}</p>
        <ProblemAt problem={problem} isPlain />
        <div>
          <Button type="submit" primary aria-disabled={busy}>
            {say('rate.send')}
          </Button>
        </div>
      </form>
    </section>
  );
}
