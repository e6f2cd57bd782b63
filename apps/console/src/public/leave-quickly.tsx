import { Button } from '../components/button.tsx';
import { useSay } from '../i18n/language.tsx';
import classes from './tracked.module.css';

/** To an empty page, in place of this one: "back" does not lead here again. No other site hears of it. */
export function LeaveQuickly() {
  const say = useSay();
  return (
    <div className={`${classes.leave} no-print`}>
      <Button primary onClick={() => window.location.replace('about:blank')}>
        {say('track.leave')}
      </Button>
      <p className={classes.meta}>{say('track.leaveLimits')}</p>
    </div>
  );
}
