import type { ReactNode } from 'react';
import { useSay } from '../i18n/language.tsx';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import classes from '../public/frame.module.css';

/** Around pages of the console for those who have not signed in. */
export function PlainFrame({ children }: { children: ReactNode }) {
  const say = useSay();
  return (
    <>
      <a href="#content" className={classes.skip}>
        {say('shell.skip')}
      </a>
      <header className={classes.header}>
        <a href="/" className={classes.product}>
          {say('shell.product')}
        </a>
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </>
  );
}
