import { CONCLUSION_WORDS, words } from '@minh-bach/contracts/browser';
import type { ResponseMatter } from '../api/types.ts';
import { ExplainedDueDate } from '../components/due-date.tsx';
import { Card, Facts, Written } from '../components/page.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { Addressees } from './addressees.tsx';
import { Publication } from './publication.tsx';
import classes from './matter.module.css';
import { WaitingDays } from './waiting-days.tsx';

/** The decision, how it was sent, and when it was received. */
export function ResponseCard({ response }: { response: ResponseMatter }) {
  const say = useSay();
  const { decision, conclusion } = response;
  return (
    <Card title={say('matter.decision')}>
      <p className={classes.conclusion}>{say(CONCLUSION_WORDS[conclusion])}</p>
      {decision && (
        <>
          <Facts
            rows={[
              [
                say('matter.decisionNumber'),
                say('matter.decisionOf', {
                  number: decision.decisionNumber,
                  date: dayMonthYear(decision.issuedOn),
                }),
              ],
              [say('matter.signer'), decision.signer.name],
            ]}
          />
          <div className={classes.piece}>
            <Written>{decision.text ?? say('matter.erased')}</Written>
          </div>
          <WaitingDays response={response} />
          <Addressees response={response} />
          <Publication publication={response.publication} />
          {response.window && <ExplainedDueDate due={response.window} />}
          {response.waitsFor.length > 0 && (
            <>
              <h3 className={classes.subhead}>
                {say(words('Trước khi kết thúc hồ sơ', 'Before the file is closed'))}
              </h3>
              <ul>
                {response.waitsFor.map((each) => (
                  <li key={each.vi}>{say(each)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Card>
  );
}
