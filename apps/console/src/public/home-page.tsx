import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { hasSignedOut } from '../session/signed-out.ts';
import { Arrow } from './arrow.tsx';
import { PublicFrame } from './frame.tsx';
import classes from './public.module.css';

/** The way in: petitioners to their petition, staff to their work. */
export function HomePage() {
  const say = useSay();
  return (
    <PublicFrame>
      {hasSignedOut() && (
        <Notice tone="done" role="status" title={say('shell.signedOut')}>
          <p>{say('shell.signedOutText')}</p>
        </Notice>
      )}
      <div className={classes.hero}>
        <PageTitle title={say('home.title')} description={say('home.description')} isFirst />
        <p className={classes.lead}>{say('home.lead')}</p>
      </div>
      <div className={classes.choices}>
        <a href="/tra-cuu" className={classes.choice} data-primary>
          <span className={classes.choiceTitle}>
            {say('home.track')} <Arrow />
          </span>
          <span>{say('home.trackText')}</span>
        </a>
        <a href="/lam-viec" className={classes.choice}>
          <span className={classes.choiceTitle}>
            {say('home.staff')} <Arrow />
          </span>
          <span>{say('home.staffText')}</span>
        </a>
      </div>
      <section className={classes.text}>
        <h2>{say('home.howTo')}</h2>
        <p>{say('home.howToText')}</p>
      </section>
    </PublicFrame>
  );
}
