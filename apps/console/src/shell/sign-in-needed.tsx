import { Button } from '@mantine/core';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { signInHref } from '../session/sign-in.ts';
import classes from './shell.module.css';

/** No session, or no more: the way in, and back here. */
export function SignInNeeded() {
  const say = useSay();
  const { pathname, search } = window.location;
  return (
    <main className={classes.waiting}>
      <PageTitle title={say('shell.signInNeeded')} lead={say('shell.signInWhy')} />
      <Button component="a" href={signInHref(pathname + search)}>
        {say('shell.signIn')}
      </Button>
    </main>
  );
}
