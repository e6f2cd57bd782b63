import { KIND_WORDS } from '@minh-bach/contracts/browser';
import type { PetitionKind, Registered } from '../api/types.ts';
import { dayMonthYear, timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import classes from './register.module.css';

/** The receipt on paper: nothing of the sender or the content is on it; who takes it in signs by hand. */
export function ReceiptPaper({
  registered,
  kind,
  groups,
}: {
  registered: Registered;
  kind: PetitionKind;
  groups: readonly string[];
}) {
  const say = useSay();
  const both = useBoth();
  const { post } = useSession();
  return (
    <div className={classes.paper} aria-hidden="true">
      {post && <p>{both(post.unitName)}</p>}
      <p className={classes.paperTitle}>{say('receipt.paperTitle')}</p>
      <p>
        {say('receipt.number')}: <strong>{registered.number}</strong>
      </p>
      <p>{say('receipt.kind', { kind: both(KIND_WORDS[kind]) })}</p>
      <p>{say('receipt.papers')}</p>
      <p>{say('receipt.received', { date: dayMonthYear(registered.receivedOn) })}</p>
      <p>{say('receipt.recorded', { time: timeAndDate(registered.registeredAt, say) })}</p>
      <p>{say('receipt.code')}:</p>
      <p className={classes.paperCode}>{groups.join(' - ')}</p>
      <p>{say('receipt.paperNote', { address: `${window.location.origin}/tra-cuu` })}</p>
      <div className={classes.paperSignature}>
        <p>
          <strong>{say('receipt.signature')}</strong>
        </p>
        <p>{say('receipt.signatureHint')}</p>
      </div>
    </div>
  );
}
