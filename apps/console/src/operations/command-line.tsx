import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { useSay } from '../i18n/language.tsx';
import classes from './operations.module.css';

/** What to type, to be copied; and a button for the same where the page may do it itself. */
export function CommandLine({
  line,
  retry,
}: {
  line: string;
  retry?: { readonly isBusy: boolean; readonly go: () => void };
}) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(line).then(() => setCopied(true));
  return (
    <div className={classes.command}>
      <code>{line}</code>
      <div className={classes.buttons}>
        <Button aria-label={`${say('operations.copy')}: ${line}`} onClick={() => void copy()}>
          {say('operations.copy')}
        </Button>
        {retry && (
          <Button
            aria-label={`${say('operations.retry')}: ${line}`}
            aria-disabled={retry.isBusy}
            onClick={() => {
              if (!retry.isBusy) retry.go();
            }}
          >
            {say('operations.retry')}
          </Button>
        )}
        <span role="status">{copied && say('operations.copied')}</span>
      </div>
    </div>
  );
}
