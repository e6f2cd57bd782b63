import type { RefObject } from 'react';
import { useSay } from '../i18n/language.tsx';
import type { SayLabel } from '../i18n/language.tsx';
import { LENGTH, type CodeFault } from './receipt-code.ts';
import classes from './public.module.css';

/** Made up here: what the build draws and what the browser adds must say the same. */
const id = 'receipt-code';

/**
 * Where the receipt code is typed, and what is wrong with it, which is read out. As high as the code: it
 * is compared with the paper, letter by letter.
 */
export function CodeField({
  field,
  code,
  onCode,
  fault,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  code: string;
  onCode: (code: string) => void;
  fault: CodeFault | undefined;
}) {
  const say = useSay();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{say('track.code')}</label>
      <p id={`${id}-hint`} className={classes.hint}>
        {say('track.hint')}
      </p>
      <p id={`${id}-error`} className={classes.error} role="alert">
        {fault && told(fault, say)}
      </p>
      <textarea
        id={id}
        name="code"
        ref={field}
        rows={2}
        className={classes.code}
        value={code}
        onChange={({ currentTarget }) => onCode(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? `${id}-hint` : `${id}-error ${id}-hint`}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
      />
    </div>
  );
}

function told(fault: CodeFault, say: SayLabel): string {
  switch (fault.is) {
    case 'empty':
      return say('track.empty');
    case 'number':
      return say('track.isNumber');
    case 'look-alike':
      return say('track.lookAlike');
    case 'letter':
      return say('track.wrongLetter', { letter: fault.letter });
    case 'short':
      return say('track.short', { n: fault.by, typed: fault.typed, of: LENGTH });
    case 'long':
      return say('track.long', { n: fault.by, typed: fault.typed, of: LENGTH });
  }
}
