import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import type { PageName } from './addresses.ts';
import { PublicFrame } from './frame.tsx';
import { Points } from './said.tsx';
import { useAddress } from './site.tsx';
import classes from './portal.module.css';

const WISHES = ['complaint', 'denunciation', 'feedback', 'question'] as const;
const POINTS = ['is', 'need', 'signed', 'how'] as const;

const WAYS: Readonly<Record<(typeof WISHES)[number], readonly PageName[]>> = {
  complaint: ['complaint', 'formComplaint'],
  denunciation: ['denunciation', 'formDenunciation'],
  feedback: ['hotline', 'reception'],
  question: ['hotline', 'reception'],
};

/** From what somebody wants to the kind of letter, what it needs, and where it goes. */
export function SendPage() {
  const say = useSay();
  const addressOf = useAddress();
  return (
    <PublicFrame>
      <PageTitle title={say('send.title')} lead={say('send.lead')} isFirst />
      <nav aria-label={say('send.title')}>
        <ul className={classes.wishes}>
          {WISHES.map((wish) => (
            <li key={wish}>
              <a href={`#${wish}`}>
                {say(`send.${wish}.wish`)}{' '}
                {wish !== 'question' && <span>{say(`send.${wish}.kind`)}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className={classes.notice}>{say('send.noWeb')}</p>
      {WISHES.map((wish) => (
        <section key={wish} className={classes.section} id={wish} tabIndex={-1}>
          <h2>{say(`send.${wish}.kind`)}</h2>
          <dl className={classes.facts}>
            {POINTS.map((point) => (
              <div key={point}>
                <dt>{say(`send.${point}`)}</dt>
                <dd>{say(`send.${wish}.${point}`)}</dd>
              </div>
            ))}
          </dl>
          <p className={classes.buttons}>
            {WAYS[wish].map((page, i) => (
              <a key={page} href={addressOf(page)} className={i === 0 ? classes.action : undefined}>
                {say(`send.to.${page as 'complaint'}`)}
              </a>
            ))}
          </p>
        </section>
      ))}
      <section className={classes.section}>
        <h2>{say('send.hand')}</h2>
        <Points ids={['send.hand1', 'send.hand2', 'send.hand3']} />
      </section>
    </PublicFrame>
  );
}
