import { PageTitle } from '../components/page.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { COMPLAINT, DENUNCIATION, MANDATE, WITHDRAWAL } from './content/papers.ts';
import { PublicFrame } from './frame.tsx';
import { useAddress } from './site.tsx';
import classes from './portal.module.css';

const FORMS = [
  ['formComplaint', COMPLAINT, 'complaint'],
  ['formMandate', MANDATE, undefined],
  ['formDenunciation', DENUNCIATION, 'denunciation'],
  ['formWithdrawal', WITHDRAWAL, undefined],
] as const;

/** The forms that senders need, and no others: the rest is the office's. */
export function FormsPage() {
  const say = useSay();
  const both = useBoth();
  const addressOf = useAddress();
  return (
    <PublicFrame>
      <PageTitle title={say('forms.title')} lead={say('forms.lead')} isFirst />
      <ul className={classes.forms}>
        {FORMS.map(([page, form, compose]) => (
          <li key={page}>
            <h2>{both(form.name)}</h2>
            <p className={classes.meta}>{both(form.basis)}</p>
            <p className={classes.buttons}>
              <a href={addressOf(page)}>{say('forms.open')}</a>
              {compose && <a href={addressOf(compose)}>{say('forms.compose')}</a>}
            </p>
          </li>
        ))}
      </ul>
    </PublicFrame>
  );
}
