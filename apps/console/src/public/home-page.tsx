import { useEffect, useState } from 'react';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { hasSignedOut } from '../session/signed-out.ts';
import { PublicFrame } from './frame.tsx';
import { Told, useTold } from './latest.tsx';
import type { HomeAnswer } from './latest.tsx';
import { Call } from './said.tsx';
import { useAddress } from './site.tsx';
import { TrackForm } from './track-form.tsx';
import { TrackedPetition } from './tracked.tsx';
import { useTracking } from './use-tracking.ts';
import classes from './home.module.css';

const WISHES = ['complaint', 'denunciation', 'feedback', 'question'] as const;
const LINKS = [
  ['rights', 'home.rights'],
  ['limits', 'home.limits'],
  ['forms', 'home.forms'],
  ['reception', 'home.reception'],
] as const;

/** The way in: where a petition stands, how one is sent, whom to call. */
export function HomePage({ answer }: { answer?: HomeAnswer }) {
  const say = useSay();
  const addressOf = useAddress();
  const told = useTold(answer);
  const tracking = useTracking();
  const { tracked, clear } = tracking;
  const [signedOut, setSignedOut] = useState(false);
  useEffect(() => setSignedOut(hasSignedOut()), []);
  if (tracked)
    return (
      <PublicFrame>
        <PageTitle title={say('track.found')} isFirst />
        <TrackedPetition tracked={tracked} onAnother={clear} />
      </PublicFrame>
    );
  return (
    <PublicFrame isWide>
      {signedOut && (
        <div className={classes.notice}>
          <Notice tone="done" role="status" title={say('shell.signedOut')}>
            <p>{say('shell.signedOutText')}</p>
          </Notice>
        </div>
      )}
      <div className={classes.hero}>
        <h1>{say('home.title')}</h1>
        <p className={classes.promise}>{say('home.promise')}</p>
      </div>
      <div className={classes.columns}>
        <section className={classes.track} aria-labelledby="where">
          <h2 id="where">{say('home.where')}</h2>
          <TrackForm tracking={tracking} />
          <details className={classes.lost}>
            <summary>{say('home.lost')}</summary>
            <p>{say('home.lostText')}</p>
          </details>
        </section>
        <section className={classes.want}>
          <h2>{say('home.want')}</h2>
          <ul className={classes.wishes}>
            {WISHES.map((wish) => (
              <li key={wish}>
                <a href={`${addressOf('send')}#${wish}`}>
                  <strong>{say(`home.${wish}`)}</strong>
                  <span>{say(`home.${wish}Text`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section className={classes.more}>
        <h2>{say('home.callTitle')}</h2>
        <p>{say('home.callText')}</p>
        <Call />
      </section>
      {told && <Told told={told} />}
      <nav className={classes.more} aria-label={say('home.more')}>
        <ul className={classes.links}>
          {LINKS.map(([to, label]) => (
            <li key={to}>
              <a href={addressOf(to)}>{say(label)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </PublicFrame>
  );
}
