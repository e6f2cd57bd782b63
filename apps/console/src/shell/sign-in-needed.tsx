import { Button } from '@mantine/core';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { signInHref } from '../session/sign-in.ts';
import { comingBack, hasSignedOut } from '../session/signed-out.ts';

/** No session, or no more: the way in, and back here. */
export function SignInNeeded() {
  const say = useSay();
  const { pathname, search } = window.location;
  const [title, lead] = hasSignedOut()
    ? (['shell.signedOut', 'shell.signedOutText'] as const)
    : (['shell.signInNeeded', 'shell.signInWhy'] as const);
  return (
    <PlainFrame>
      <PageTitle title={say(title)} lead={say(lead)} />
      <Button component="a" href={signInHref(pathname + search)} onClick={comingBack}>
        {say('shell.signIn')}
      </Button>
    </PlainFrame>
  );
}
