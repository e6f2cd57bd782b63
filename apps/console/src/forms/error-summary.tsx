import { useEffect, useRef } from 'react';
import { useSay } from '../i18n/language.tsx';
import classes from './forms.module.css';
import { idOf } from './field-input.tsx';

/** Takes the focus at each refused attempt; links to the fields, each by its name, in the words that stand there. */
export function ErrorSummary({
  errors,
  formId,
  attempt,
  labelOf,
}: {
  errors: Readonly<Record<string, unknown>>;
  formId: string;
  attempt: number;
  labelOf: (name: string) => string;
}) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const all = Object.entries(errors).filter(([, error]) => Boolean(error));
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (attempt === 0 || all.length === 0) return null;
  const named = (name: string, error: string) => {
    const field = labelOf(name);
    return error.toLowerCase().includes(field.toLowerCase())
      ? error
      : say('errors.of', { field, error });
  };
  const go = (name: string) => {
    const target = document.getElementById(idOf(formId, name));
    const field = target?.matches('input, textarea') ? target : target?.querySelector('input');
    (field instanceof HTMLElement ? field : target)?.focus();
  };
  return (
    <div ref={box} className={classes.summary} tabIndex={-1} role="alert">
      <p className={classes.summaryTitle}>{say('errors.summary', { n: all.length })}</p>
      <ul>
        {all.map(([name, error]) => (
          <li key={name}>
            <a
              href={`#${idOf(formId, name)}`}
              onClick={(event) => {
                event.preventDefault();
                go(name);
              }}
            >
              {named(name, String(error))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
