import { useRef, useState } from 'react';
import { ask } from '../api/call.ts';
import type { Tracked } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { PageTitle } from '../components/page.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { useSay } from '../i18n/language.tsx';
import type { Say } from '../i18n/language.tsx';
import { isComplete, normalise } from './receipt-code.ts';
import { CodeField } from './code-field.tsx';
import { PublicFrame } from './frame.tsx';
import { TrackedPetition } from './tracked.tsx';
import classes from './public.module.css';

/** The holder of a receipt code sees where the petition stands; the code goes by POST and stays nowhere. */
export function TrackPage() {
  const say = useSay();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [tracked, setTracked] = useState<Tracked>();

  const track = async () => {
    if (busy) return;
    setProblem(undefined);
    setChecked(!isComplete(code));
    if (!isComplete(code)) return field.current?.focus();
    setBusy(true);
    try {
      const response = await ask('/track', { method: 'POST', body: { code: normalise(code) } });
      setTracked((await response.json()) as Tracked);
      setCode('');
    } catch (caught) {
      setProblem(caught);
    } finally {
      setBusy(false);
    }
  };

  return (
    <PublicFrame>
      <PageTitle title={say('track.title')} description={say('track.description')} />
      {tracked ? (
        <TrackedPetition tracked={tracked} onAnother={() => setTracked(undefined)} />
      ) : (
        <form
          className={classes.track}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void track();
          }}
        >
          <CodeField
            field={field}
            code={code}
            onCode={setCode}
            error={checked ? whatIsWrong(code, say) : undefined}
          />
          <ProblemAt problem={problem} />
          <div>
            <Button type="submit" primary aria-disabled={busy}>
              {busy ? say('common.loading') : say('track.submit')}
            </Button>
          </div>
          <p className={classes.meta}>{say('track.privacy')}</p>
        </form>
      )}
    </PublicFrame>
  );
}

function whatIsWrong(code: string, say: Say): string | undefined {
  if (isComplete(code)) return undefined;
  const typed = normalise(code);
  return typed.length === 28
    ? say('track.wrongLetters')
    : say('track.incomplete', { n: typed.length });
}
