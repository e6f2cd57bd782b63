import { IconUser } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useBoth, useSay } from '../i18n/language.tsx';
import { mayLeave } from '../leave/guard.ts';
import { useSession } from '../session/session.tsx';
import { signOut } from '../session/sign-in.ts';
import classes from './shell.module.css';

/** Who is signed in, the posts to choose from, and the way out. */
export function AccountMenu() {
  const say = useSay();
  const both = useBoth();
  const { me, post, wear } = useSession();
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!opened) return;
    const close = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpened(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [opened]);
  return (
    <div
      ref={box}
      className={classes.account}
      onKeyDown={({ key }) => key === 'Escape' && setOpened(false)}
    >
      <button
        type="button"
        className={classes.plain}
        aria-expanded={opened}
        aria-label={say('shell.account', { name: me.name })}
        onClick={() => setOpened((open) => !open)}
      >
        <IconUser size={20} stroke={1.75} aria-hidden="true" />
        <span className={classes.name}>{me.name}</span>
      </button>
      {opened && (
        <div className={classes.accountMenu}>
          <p className={classes.accountName}>{me.name}</p>
          {me.posts.length > 1 && (
            <fieldset>
              <legend>{say('shell.actAs')}</legend>
              {me.posts.map(({ post: id, title, unitName, deputyFor }) => (
                <label key={id}>
                  <input
                    type="radio"
                    name="post"
                    checked={id === post?.post}
                    onChange={() => void mayLeave().then((may) => may && wear(id))}
                  />
                  <span>
                    {both(title)}
                    {deputyFor && ` (${say('shell.deputyFor', { name: deputyFor.name })})`}
                    <small>{both(unitName)}</small>
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          <button type="button" className={classes.signOut} onClick={() => void signOut()}>
            {say('shell.signOut')}
          </button>
        </div>
      )}
    </div>
  );
}
