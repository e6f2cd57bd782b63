import type { RefObject } from 'react';
import { useId, useState } from 'react';
import { useSay } from '../i18n/language.tsx';
import { useGoTo } from '../matter/use-go-to.ts';
import classes from './shell.module.css';

const NUMBER = /^[DV]\d{2}-\d{8}-\d$/;

/** Opens a matter by its number, as `D26483017251` or with dashes. */
export function FindMatter({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const say = useSay();
  const goTo = useGoTo();
  const hint = useId();
  const [wrong, setWrong] = useState(false);
  return (
    <form
      role="search"
      className={classes.find}
      onSubmit={(event) => {
        event.preventDefault();
        const number = spelt(field.current?.value ?? '');
        const known = NUMBER.test(number);
        setWrong(!known);
        if (!known || !field.current) return;
        field.current.value = '';
        goTo(number);
      }}
    >
      <input
        ref={field}
        aria-label={say('shell.find')}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        placeholder={say('shell.findHint')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        onChange={() => setWrong(false)}
      />
      {wrong && (
        <p id={hint} className={classes.findWrong} role="alert">
          {say('shell.findWrong')}
        </p>
      )}
    </form>
  );
}

const spelt = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^DV0-9]/g, '')
    .replace(/^([DV]\d{2})(\d{8})(\d)$/, '$1-$2-$3');
