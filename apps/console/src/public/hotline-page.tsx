import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { EMERGENCY } from './content/hotline.ts';
import { PublicFrame } from './frame.tsx';
import { Call, Points } from './said.tsx';
import { useAddress } from './site.tsx';
import classes from './portal.module.css';

/** Whom to call, when, and what becomes of a call. */
export function HotlinePage() {
  const say = useSay();
  const addressOf = useAddress();
  return (
    <PublicFrame>
      <PageTitle title={say('hotline.title')} lead={say('hotline.lead')} isFirst />
      <Call />
      <section className={classes.section}>
        <h2>{say('hotline.when')}</h2>
        <Points ids={['hotline.when1', 'hotline.when2', 'hotline.when3']} />
        <p>
          {say('hotline.emergency')} <a href={`tel:${EMERGENCY}`}>{EMERGENCY}</a>.
        </p>
      </section>
      <section className={classes.section}>
        <h2>{say('hotline.after')}</h2>
        <Points ids={['hotline.after1', 'hotline.after2', 'hotline.after3']} />
      </section>
      <section className={classes.section}>
        <h2>{say('hotline.else')}</h2>
        <ul className={classes.points}>
          <li>
            <a href={addressOf('reception')}>{say('hotline.unit')}</a>
          </li>
          <li>
            <a href={addressOf('send')}>{say('hotline.write')}</a>
          </li>
        </ul>
      </section>
    </PublicFrame>
  );
}
