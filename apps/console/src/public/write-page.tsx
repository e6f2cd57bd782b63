import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import type { Composition } from './content/questions.ts';
import { PublicFrame } from './frame.tsx';
import { LeaveQuickly } from './leave-quickly.tsx';
import { QuestionFields } from './question-fields.tsx';
import { Review } from './review.tsx';
import { useAddress } from './site.tsx';
import { useDraft, wipeDrafts } from './use-draft.ts';
import classes from './portal.module.css';

type Step = 'start' | 'review' | number;

/** A letter is composed question by question, checked, printed and signed by hand; nothing is sent. */
export function WritePage({ composition }: { composition: Composition }) {
  const say = useSay();
  const addressOf = useAddress();
  const { kind, questions, law } = composition;
  const { draft, write, wipe } = useDraft(kind);
  const [step, setStep] = useState<Step>('start');
  const heading = useRef<HTMLHeadingElement>(null);
  const wasAt = useRef<Step>('start');
  useEffect(() => {
    if (wasAt.current !== step) heading.current?.focus();
    wasAt.current = step;
  }, [step]);
  const begun = Object.values(draft).some((text) => text !== '');
  const last = questions.length - 1;
  return (
    <PublicFrame>
      <div className="no-print">
        <PageTitle title={say(`write.${kind}`)} isFirst />
        {kind === 'denunciation' && <LeaveQuickly onLeave={wipeDrafts} text="write.leaveLimits" />}
      </div>
      {step === 'start' && (
        <>
          <p className={classes.last}>{say('write.lead')}</p>
          <p className={classes.notice}>{say('write.noSend')}</p>
          <section className={classes.section}>
            <h2 ref={heading} tabIndex={-1}>
              {say('write.ready')}
            </h2>
            <ol className={classes.points}>
              {questions.map(({ title }) => (
                <li key={title}>{say(title)}</li>
              ))}
            </ol>
            <p className={classes.law}>{law}</p>
          </section>
          <p className={classes.last}>{say('write.device')}</p>
          <noscript>{say('write.noScript')}</noscript>
          <div className={classes.buttons}>
            <Button primary onClick={() => setStep(0)}>
              {say(begun ? 'write.goOn' : 'write.begin')}
            </Button>
            <a href={addressOf(kind === 'complaint' ? 'formComplaint' : 'formDenunciation')}>
              {say('write.byHand')}
            </a>
          </div>
        </>
      )}
      {typeof step === 'number' && questions[step] && (
        <form
          className={classes.ask}
          onSubmit={(event) => {
            event.preventDefault();
            setStep(step === last ? 'review' : step + 1);
          }}
        >
          <div>
            <p className={classes.meta}>
              {say('write.count', { n: step + 1, of: questions.length })}
            </p>
            <h2 ref={heading} tabIndex={-1}>
              {say(questions[step].title)}
            </h2>
          </div>
          <QuestionFields fields={questions[step].fields} draft={draft} onWrite={write} />
          <div className={classes.buttons}>
            <Button type="submit" primary>
              {say(step === last ? 'write.check' : 'write.next')}
            </Button>
            <Button onClick={() => setStep(step === 0 ? 'start' : step - 1)}>
              {say('write.back')}
            </Button>
          </div>
        </form>
      )}
      {step === 'review' && (
        <Review
          {...{ composition, draft, heading }}
          onEdit={setStep}
          onWipe={() => {
            wipe();
            setStep('start');
          }}
        />
      )}
    </PublicFrame>
  );
}
