import { AppShell, Burger } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { meQuery } from '../api/queries.ts';
import { useArrived } from '../api/use-arrived.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useSay } from '../i18n/language.tsx';
import { KeySheet } from '../keys/key-sheet.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useIsSessionOver } from '../session/renewal.ts';
import { SessionDialog } from '../session/session-dialog.tsx';
import { SessionProvider, useSession } from '../session/session.tsx';
import { useStillSignedIn } from '../session/use-still-signed-in.ts';
import { hasSignedOut } from '../session/signed-out.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { FindMatter } from './find-matter.tsx';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { SideMenu } from './side-menu.tsx';
import { SignInNeeded } from './sign-in-needed.tsx';
import { Wearing } from './wearing.tsx';
import classes from './shell.module.css';

/** The frame around all pages of people who have signed in. */
export function Shell() {
  const say = useSay();
  const { data: me, error, refetch } = useQuery({ ...meQuery, enabled: !hasSignedOut() });
  const over = useIsSessionOver();
  const arrived = useArrived(me);
  if (hasSignedOut()) return <SignInNeeded />;
  if (error instanceof Problem && error.status === 401 && !over) return <SignInNeeded />;
  if (!me || !arrived)
    return (
      <main className={classes.waiting}>
        {error ? (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        ) : (
          say('common.loading')
        )}
      </main>
    );
  return (
    <SessionProvider me={me}>
      <Frame />
    </SessionProvider>
  );
}

function Frame() {
  const say = useSay();
  const { post } = useSession();
  useStillSignedIn();
  const [menu, setMenu] = useState(false);
  const [sheet, setSheet] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setMenu(false), [path]);
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  useKeys({ find: () => search.current?.focus(), sheet: () => setSheet(true) });
  return (
    <AppShell
      header={{ height: { base: 104, sm: 56 } }}
      navbar={{ width: 256, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      padding={0}
      transitionDuration={0}
    >
      <AppShell.Header className={classes.header}>
        <a className={classes.skip} href="#main">
          {say('shell.skip')}
        </a>
        <div className={classes.left}>
          <Burger
            opened={menu}
            onClick={() => setMenu((open) => !open)}
            hiddenFrom="sm"
            color="#fff"
            size="sm"
            aria-label={say('shell.openMenu')}
            aria-expanded={menu}
          />
          <Link to="/lam-viec" className={classes.product}>
            {say('shell.product')}
          </Link>
          <Wearing />
        </div>
        <div className={classes.right}>
          <FindMatter field={search} />
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={say('shell.menu')}>
        {(wide || menu) && <SideMenu onKeys={() => setSheet(true)} />}
      </AppShell.Navbar>
      <AppShell.Main id="main" className={classes.main}>
        <div className={classes.page} key={`${path} ${post?.post}`}>
          <ConnectionBar />
          <Outlet />
        </div>
      </AppShell.Main>
      <SessionDialog />
      <KeySheet opened={sheet} onClose={() => setSheet(false)} />
    </AppShell>
  );
}
