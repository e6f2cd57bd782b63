import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { hasSignedOut } from '../session/sign-in.ts';
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
        <PageTitle title={say('home.title')} />
        <p className={classes.lead}>{say('home.lead')}</p>
      </div>
      <div className={classes.choices}>
        <Link to="/tra-cuu" className={classes.choice} data-primary>
          <span className={classes.choiceTitle}>
            {say('home.track')} <IconArrowRight size={20} aria-hidden="true" />
          </span>
          <span>{say('home.trackText')}</span>
        </Link>
        <Link to="/lam-viec" className={classes.choice}>
          <span className={classes.choiceTitle}>
            {say('home.staff')} <IconArrowRight size={20} aria-hidden="true" />
          </span>
          <span>{say('home.staffText')}</span>
        </Link>
      </div>
      <section className={classes.text}>
        <h2>{say('home.howTo')}</h2>
        <p>{say('home.howToText')}</p>
      </section>
    </PublicFrame>
  );
}
