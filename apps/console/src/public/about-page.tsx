import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PublicFrame } from './frame.tsx';
import { Points } from './said.tsx';
import { useSite } from './site.tsx';
import classes from './portal.module.css';

/** The owner of the site, what happens to personal data, and how accessible it is. */
export function AboutPage() {
  const say = useSay();
  const { isTrial } = useSite();
  return (
    <PublicFrame>
      <PageTitle title={say('about.title')} isFirst />
      <section className={classes.section} id="who">
        <h2>{say('about.who')}</h2>
        <p>{say(isTrial ? 'site.ownerTrial' : 'site.owner')}</p>
      </section>
      <section className={classes.section} id="data">
        <h2>{say('about.data')}</h2>
        <Points ids={['about.data1', 'about.data2', 'about.data3', 'about.data4']} />
      </section>
      <section className={classes.section} id="accessibility">
        <h2>{say('about.access')}</h2>
        <Points ids={['about.access1', 'about.access2', 'about.access3']} />
      </section>
    </PublicFrame>
  );
}
