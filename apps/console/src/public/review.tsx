import type { RefObject } from 'react';
import { Button } from '../components/button.tsx';
import { useSay } from '../i18n/language.tsx';
import type { Composition } from './content/questions.ts';
import { Paper } from './paper.tsx';
import classes from './portal.module.css';

/** What was written, what the law asks for besides, and the sheet to be printed and signed. */
export function Review({
  composition: { form, questions, law },
  draft,
  heading,
  onEdit,
  onWipe,
}: {
  composition: Composition;
  draft: Readonly<Record<string, string>>;
  heading: RefObject<HTMLHeadingElement | null>;
  onEdit: (question: number) => void;
  onWipe: () => void;
}) {
  const say = useSay();
  const given = (key: string) => (draft[key] ?? '').trim();
  const missing = questions.flatMap(({ fields }) =>
    fields.filter(({ key, isNeeded }) => isNeeded === true && given(key) === ''),
  );
  return (
    <>
      <section className="no-print">
        <h2 ref={heading} tabIndex={-1}>
          {say('write.check')}
        </h2>
        {missing.length > 0 && (
          <div className={classes.notice}>
            <p>{say('write.missing')}</p>
            <ul className={classes.points}>
              {missing.map(({ key, label }) => (
                <li key={key}>{say(label)}</li>
              ))}
            </ul>
            <p className={classes.law}>{law}</p>
          </div>
        )}
        <dl className={classes.answers}>
          {questions.map(({ title, fields }, i) => (
            <div key={title}>
              <dt>{say(title)}</dt>
              <dd>
                {fields.map(({ key }) => given(key) !== '' && <p key={key}>{given(key)}</p>)}
                <Button
                  onClick={() => onEdit(i)}
                  aria-label={say('write.editOf', { what: say(title) })}
                >
                  {say('write.edit')}
                </Button>
              </dd>
            </div>
          ))}
        </dl>
        <p>{say('write.afterPrint')}</p>
        <div className={classes.buttons}>
          <Button primary onClick={() => window.print()}>
            {say('write.print')}
          </Button>
          <Button onClick={onWipe}>{say('write.wipe')}</Button>
        </div>
        <h2 className={classes.sheet}>{say('write.sheet')}</h2>
      </section>
      <Paper form={form} values={draft} />
    </>
  );
}
