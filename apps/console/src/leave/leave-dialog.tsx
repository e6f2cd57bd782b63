import { Button } from '@mantine/core';
import { useBlocker, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { useSay } from '../i18n/language.tsx';
import { hasUnsaved, mayLeave, useQuestion } from './guard.ts';

interface Place {
  readonly pathname: string;
  readonly search: object;
}

/** Asks before a page is left that holds something typed, by whatever way. One for the whole console. */
export function LeaveDialog() {
  const say = useSay();
  const answer = useQuestion();
  const { history, options } = useRouter();
  const shouldBlockFn = useCallback(
    ({ action, current, next }: { action: string; current: Place; next: Place }) => {
      const address = ({ pathname, search }: Place) =>
        pathname + options.stringifySearch(search as Record<string, unknown>);
      // A jump within the page leaves nothing.
      if (!hasUnsaved() || address(current) === address(next)) return false;
      // Held back at once, gone once more after the answer: the address never shows another page meanwhile.
      void mayLeave().then((may) => {
        if (!may) return;
        if (action === 'BACK') history.back();
        else if (action === 'FORWARD') history.forward();
        else history.push(address(next));
      });
      return true;
    },
    [history, options],
  );
  useBlocker({ shouldBlockFn, enableBeforeUnload: hasUnsaved });
  if (!answer) return null;
  return (
    <Dialog title={say('leave.title')} onClose={() => answer(false)}>
      <p>{say('leave.text')}</p>
      <DialogButtons>
        <Button onClick={() => answer(false)}>{say('leave.stay')}</Button>
        <Button variant="default" onClick={() => answer(true)}>
          {say('leave.drop')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
