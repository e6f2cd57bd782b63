import { useEffect } from 'react';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PlainFrame } from '../shell/plain-frame.tsx';
import { SIGNED_IN } from './sign-in.ts';

/** Where the small window arrives after signing in: it tells the others, and closes. */
export default function SignedInPage() {
  const say = useSay();
  useEffect(() => {
    const channel = new BroadcastChannel(SIGNED_IN);
    channel.postMessage('signed in');
    channel.close();
    window.close();
  }, []);
  return (
    <PlainFrame>
      <PageTitle title={say('session.signedIn')} lead={say('session.signedInNext')} />
    </PlainFrame>
  );
}
