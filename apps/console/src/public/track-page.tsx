import { useEffect, useRef, useState } from 'react';
import { ask } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Tracked } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { PageTitle } from '../components/page.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { useSay } from '../i18n/language.tsx';
import { CodeField } from './code-field.tsx';
import { PublicFrame } from './frame.tsx';
import { faultOf, normalise } from './receipt-code.ts';
import { TrackedPetition } from './tracked.tsx';
import classes from './public.module.css';

/** The holder of a receipt code sees where the petition stands; the code goes by POST and stays nowhere. */
export function TrackPage() {
  const say = useSay();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [tracked, setTracked] = useState<Tracked>();
  const wasTracked = useRef(false);
  useEffect(() => {
    if (!tracked && wasTracked.current) field.current?.focus();
    wasTracked.current = tracked !== undefined;
  }, [tracked]);

  const track = async () => {
    if (busy) return;
    setProblem(undefined);
    const isFaulty = faultOf(code) !== undefined;
    setChecked(isFaulty);
    if (isFaulty) return field.current?.focus();
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
      <PageTitle
        title={say(tracked ? 'track.found' : 'track.title')}
        description={say('track.description')}
        isFirst
      />
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
            fault={checked ? faultOf(code) : undefined}
          />
          <ProblemAt problem={forVisitors(problem)} isPlain />
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

const TOO_MANY = {
  vi: {
    title: 'Ông/bà đã thử nhiều lần',
    detail: 'Hãy chờ một phút rồi thử lại; mã vừa nhập vẫn còn.',
  },
  en: {
    title: 'Many attempts',
    detail: 'Wait a minute, then try again; your code is still there.',
  },
};

/** The address may be that of many people: nobody is blamed. */
const forVisitors = (problem: unknown): unknown =>
  problem instanceof Problem && problem.status === 429
    ? new Problem({ ...problem.body, ...TOO_MANY })
    : problem;
