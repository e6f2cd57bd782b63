import { useState } from 'react';
import type { Tracked } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { useAddress } from './site.tsx';
import classes from './tracked.module.css';

export interface AskedWithdrawal {
  readonly isWhole: boolean;
  readonly words: string | null;
}

interface Props {
  readonly withdrawal: Tracked['withdrawal'];
  /** Without it, the browser sends the form by itself, and the code is typed again: no page names it. */
  readonly onAsk?: ((asked: AskedWithdrawal) => Promise<void>) | undefined;
}

/** Its sender asks once to withdraw the complaint; what that does, and what it does not, stands above the button. */
export function AskWithdrawal({ withdrawal, onAsk }: Props) {
  const say = useSay();
  const addressOf = useAddress();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (withdrawal.askedOn !== null)
    return (
      <section>
        <h2>{say('withdraw.title')}</h2>
        <p role="status">{say('withdraw.done', { date: dayMonthYear(withdrawal.askedOn) })}</p>
        <p>{say('withdraw.then')}</p>
      </section>
    );
  if (!withdrawal.isOpen) return null;
  const send = async (form: HTMLFormElement) => {
    if (busy || !onAsk) return;
    setBusy(true);
    setProblem(undefined);
    const data = new FormData(form);
    const words = String(data.get('words') ?? '').trim();
    try {
      await onAsk({ isWhole: data.get('part') !== 'some', words: words === '' ? null : words });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="no-print">
      <h2>{say('withdraw.title')}</h2>
      <details>
        <summary>{say('withdraw.open')}</summary>
        <p>{say('withdraw.lead')}</p>
        <form
          method="post"
          action={`${addressOf('track')}/withdrawal`}
          className={classes.rate}
          onSubmit={(event) => {
            if (!onAsk) return;
            event.preventDefault();
            void send(event.currentTarget);
          }}
        >
          {!onAsk && (
            <label className={classes.words}>
              {say('rate.code')}
              <input name="code" autoComplete="off" required maxLength={60} />
            </label>
          )}
          <fieldset>
            <legend>{say('withdraw.part')}</legend>
            {(['all', 'some'] as const).map((part) => (
              <label key={part}>
                <input type="radio" name="part" value={part} defaultChecked={part === 'all'} />{' '}
                {say(`withdraw.${part}`)}
              </label>
            ))}
          </fieldset>
          <label className={classes.words}>
            {say('withdraw.words')}
            <textarea name="words" rows={3} maxLength={2000} />
          </label>
          <ProblemAt problem={problem} isPlain />
          <div>
            <Button type="submit" aria-disabled={busy}>
              {say('withdraw.send')}
            </Button>
          </div>
        </form>
      </details>
    </section>
  );
}
