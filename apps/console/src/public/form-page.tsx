import { Button } from '../components/button.tsx';
import { PageTitle } from '../components/page.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import type { PaperForm } from './content/papers.ts';
import { COMPLAINT, DENUNCIATION, MANDATE, WITHDRAWAL } from './content/papers.ts';
import { PublicFrame } from './frame.tsx';
import { Paper } from './paper.tsx';
import { useAddress } from './site.tsx';
import classes from './portal.module.css';

/** An empty form, to be printed and written on by hand. */
function FormPage({ form }: { form: PaperForm }) {
  const say = useSay();
  const both = useBoth();
  const addressOf = useAddress();
  return (
    <PublicFrame>
      <div className={`${classes.above} no-print`}>
        <PageTitle title={both(form.name)} lead={both(form.basis)} isFirst />
        <p>{say('forms.use')}</p>
        <div className={classes.buttons}>
          <Button primary data-print hidden>
            {say('forms.print')}
          </Button>
          <a href={addressOf('forms')}>{say('forms.all')}</a>
        </div>
      </div>
      <Paper form={form} />
    </PublicFrame>
  );
}

export const ComplaintForm = () => <FormPage form={COMPLAINT} />;
export const DenunciationForm = () => <FormPage form={DENUNCIATION} />;
export const MandateForm = () => <FormPage form={MANDATE} />;
export const WithdrawalForm = () => <FormPage form={WITHDRAWAL} />;
