import { Button } from '../components/button.tsx';
import type { MessageId } from '../i18n/catalogue.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './tracked.module.css';

/**
 * To an empty page, in place of this one: "back" does not lead here again. No other site hears of it.
 *
 * @param onLeave what has to be gone by then
 * @param text what it does not do
 */
export function LeaveQuickly({
  onLeave,
  text = 'track.leaveLimits',
}: {
  onLeave?: () => void;
  text?: MessageId;
}) {
  const say = useSay();
  return (
    <div className={`${classes.leave} no-print`}>
      <Button
        primary
        onClick={() => {
          onLeave?.();
          window.location.replace('about:blank');
        }}
      >
        {say('track.leave')}
      </Button>
      <p className={classes.meta}>{say(text)}</p>
    </div>
  );
}
