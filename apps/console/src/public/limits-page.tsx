import type { TimeLimits } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { PageTitle } from '../components/page.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { PublicFrame } from './frame.tsx';
import { LimitStep } from './limit-step.tsx';
import { useAddress } from './site.tsx';
import classes from './portal.module.css';

const KINDS = ['complaint', 'second_complaint', 'denunciation', 'feedback', 'time_bar'] as const;

/** Each step by its latest day. A plain form: the answer is this page, drawn anew, at an address of its own. */
export function LimitsPage({ answer }: { answer?: TimeLimits }) {
  const say = useSay();
  const addressOf = useAddress();
  const { kind = null, day = '', fault = null, from = null, steps = [] } = answer ?? {};
  const isDayWrong = fault === 'day' || fault === 'range';
  return (
    <PublicFrame>
      <PageTitle title={say('limits.title')} lead={say('limits.lead')} isFirst />
      <form method="get" action={`${addressOf('limits')}#answer`} className={classes.ask}>
        <fieldset aria-describedby={fault === 'kind' ? 'kind-error' : undefined}>
          <legend>{say('limits.what')}</legend>
          {fault === 'kind' && (
            <p id="kind-error" className={classes.error}>
              {say('limits.noKind')}
            </p>
          )}
          {KINDS.map((each) => (
            <label key={each} className={classes.radio}>
              <input type="radio" name="loai" value={each} defaultChecked={each === kind} />
              {say(`limits.kind.${each}`)}
            </label>
          ))}
        </fieldset>
        <div className={classes.field}>
          <label htmlFor="day">{say('limits.day')}</label>
          <p id="day-hint" className={classes.hint}>
            {say('limits.dayHint')}
          </p>
          {isDayWrong && (
            <p id="day-error" className={classes.error}>
              {say(fault === 'day' ? 'limits.noDay' : 'limits.outOfRange')}
            </p>
          )}
          <input
            id="day"
            name="ngay"
            defaultValue={day}
            maxLength={40}
            autoComplete="off"
            aria-invalid={isDayWrong}
            aria-describedby={isDayWrong ? 'day-error day-hint' : 'day-hint'}
          />
        </div>
        <div>
          <Button type="submit" primary>
            {say('limits.show')}
          </Button>
        </div>
      </form>
      {steps.length > 0 && kind !== null && from !== null && (
        <section className={classes.section} id="answer">
          <h2>
            {say(kind === 'time_bar' ? 'limits.fromKnown' : 'limits.fromReceived', {
              kind: say(`limits.kind.${kind}`),
              date: dayMonthYear(from),
            })}
          </h2>
          <ol className={classes.limits}>
            {steps.map((step) => (
              <LimitStep key={step.step} limit={step} />
            ))}
          </ol>
          <p className={classes.meta}>{say('limits.note')}</p>
        </section>
      )}
    </PublicFrame>
  );
}
