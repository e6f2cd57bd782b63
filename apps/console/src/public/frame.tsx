import type { ReactNode } from 'react';
import { useSay } from '../i18n/language.tsx';
import { Footer } from './footer.tsx';
import { OtherLanguage } from './other-language.tsx';
import { useAddress, useSite } from './site.tsx';
import classes from './frame.module.css';
import site from './site.module.css';

const NAV = [
  ['track', 'nav.track'],
  ['send', 'nav.send'],
  ['hotline', 'nav.hotline'],
  ['limits', 'nav.limits'],
  ['rights', 'nav.rights'],
] as const;

/** Around the pages for everybody. */
export function PublicFrame({
  children,
  isWide = false,
}: {
  children: ReactNode;
  /** With two columns, where there is room. */
  isWide?: boolean;
}) {
  const say = useSay();
  const addressOf = useAddress();
  const { page, isTrial } = useSite();
  return (
    <>
      <a href="#content" className={classes.skip}>
        {say('shell.skip')}
      </a>
      <header>
        <div className={classes.header}>
          <a href={addressOf('home')} className={classes.product}>
            {say('shell.product')} <span className={site.office}>{say('site.office')}</span>
          </a>
          <OtherLanguage />
        </div>
        {isTrial && <p className={site.trial}>{say('site.trial')}</p>}
      </header>
      <nav className={site.nav} aria-label={say('nav.label')}>
        <ul>
          {NAV.map(([to, label]) => (
            <li key={to}>
              <a href={addressOf(to)} aria-current={to === page ? 'page' : undefined}>
                {say(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1} className={`${classes.main} ${isWide ? site.wide : ''}`}>
        {children}
      </main>
      <Footer />
    </>
  );
}
