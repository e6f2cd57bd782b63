import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PublicFrame } from './frame.tsx';
import { useAddress } from './site.tsx';
import classes from './public.module.css';

const WAYS = [
  ['home', 'unknown.home'],
  ['track', 'home.track'],
  ['hotline', 'nav.hotline'],
] as const;

/** At an address that nothing has. */
export function UnknownPage() {
  const say = useSay();
  const addressOf = useAddress();
  return (
    <PublicFrame>
      <PageTitle title={say('unknown.title')} lead={say('unknown.lead')} isFirst />
      <ul className={classes.links}>
        {WAYS.map(([to, label]) => (
          <li key={to}>
            <a href={addressOf(to)}>{say(label)}</a>
          </li>
        ))}
      </ul>
    </PublicFrame>
  );
}
