import { useId } from 'react';
import type { RefObject } from 'react';
import { useSay } from '../i18n/language.tsx';
import classes from './public.module.css';

/** Where the receipt code is typed, and what is wrong with it. */
export function CodeField({
  field,
  code,
  onCode,
  error,
}: {
  field: RefObject<HTMLInputElement | null>;
  code: string;
  onCode: (code: string) => void;
  error: string | undefined;
}) {
  const say = useSay();
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{say('track.code')}</label>
      <p id={`${id}-hint`} className={classes.hint}>
        {say('track.hint')}
      </p>
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
      <input
        id={id}
        ref={field}
        className={classes.code}
        value={code}
        onChange={({ currentTarget }) => onCode(currentTarget.value)}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-error ${id}-hint`}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </div>
  );
}
