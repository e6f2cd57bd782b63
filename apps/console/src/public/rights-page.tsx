import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { RIGHTS } from './content/rights.ts';
import { PublicFrame } from './frame.tsx';
import { Said } from './said.tsx';
import { useAddress } from './site.tsx';
import classes from './portal.module.css';

const KINDS = ['complaint', 'denunciation', 'feedback'] as const;

/** What senders may ask for, in six lines of each kind, and what is asked of them. */
export function RightsPage() {
  const say = useSay();
  const addressOf = useAddress();
  return (
    <PublicFrame>
      <PageTitle title={say('rights.title')} lead={say('rights.lead')} isFirst />
      {KINDS.map((kind) => (
        <section key={kind} className={classes.section} id={kind}>
          <h2>{say(`kind.${kind}`)}</h2>
          <ol className={classes.rights}>
            {RIGHTS[kind].rights.map((line) => (
              <li key={line.vi}>
                <Said line={line} />
              </li>
            ))}
          </ol>
          <p className={classes.duty}>
            <Said line={RIGHTS[kind].duty} />
          </p>
        </section>
      ))}
      <p className={classes.last}>
        <a href={addressOf('limits')}>{say('rights.limits')}</a>
      </p>
    </PublicFrame>
  );
}
