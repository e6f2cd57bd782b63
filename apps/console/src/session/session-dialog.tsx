import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MouseEvent } from 'react';
import { read } from '../api/call.ts';
import { meQuery } from '../api/queries.ts';
import type { Me } from '../api/types.ts';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { useSay } from '../i18n/language.tsx';
import { giveUp } from '../leave/guard.ts';
import { renew, useIsSessionOver } from './renewal.ts';
import { useSession } from './session.tsx';
import { endSession, SIGNED_IN, SIGNED_IN_PATH, signInHref } from './sign-in.ts';

/** Over everything, so that nothing fetched can be read, while the session is over and something typed is there. */
export function SessionDialog() {
  return useIsSessionOver() && <SignInAgain />;
}

function SignInAgain() {
  const say = useSay();
  const queries = useQueryClient();
  const { me } = useSession();
  const [other, setOther] = useState<string>();

  useEffect(() => {
    // Only the same person goes on: another one would act with what this one typed.
    const look = async () => {
      const now = await read<Me>('/me').catch(() => undefined);
      if (!now) return;
      if (now.person !== me.person) return setOther(now.name);
      queries.setQueryData(meQuery.queryKey, now);
      renew();
      void queries.invalidateQueries();
    };
    const channel = new BroadcastChannel(SIGNED_IN);
    channel.onmessage = () => void look();
    // Or in any other window: coming back from there is enough.
    const onFocus = () => void look();
    window.addEventListener('focus', onFocus);
    return () => {
      channel.close();
      window.removeEventListener('focus', onFocus);
    };
  }, [me.person, queries]);

  const href = signInHref(SIGNED_IN_PATH);
  const enter = async (event: MouseEvent) => {
    if (other !== undefined) {
      event.preventDefault();
      await endSession();
      setOther(undefined);
    }
    // Where small windows are blocked, the link opens a tab.
    if (window.open(href, SIGNED_IN, 'popup,width=480,height=720')) event.preventDefault();
  };
  const drop = () => {
    giveUp();
    queries.clear();
    window.location.assign('/lam-viec');
  };
  return (
    <Dialog title={say('session.over')} covering>
      <p>{say('session.kept')}</p>
      <div role="status">
        {other !== undefined && (
          <p>
            <strong>{say('session.other', { other, name: me.name })}</strong>
          </p>
        )}
      </div>
      <DialogButtons>
        <Button
          component="a"
          href={href}
          target={SIGNED_IN}
          onClick={(event: MouseEvent) => void enter(event)}
        >
          {say('session.again')}
        </Button>
        <Button variant="default" onClick={drop}>
          {say('leave.drop')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
