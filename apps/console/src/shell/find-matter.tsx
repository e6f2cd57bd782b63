import { MOST_SEARCHED } from '@minh-bach/contracts/browser';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useId, useState } from 'react';
import { useSay } from '../i18n/language.tsx';
import { useGoTo } from '../matter/use-go-to.ts';
import { useSession } from '../session/session.tsx';
import '../worklists/searched-words.ts';
import { PLACES } from './places.ts';
import classes from './shell.module.css';

const NUMBER = /^[DV]\d{2}-\d{8}-\d$/;

/**
 * Opens a matter by its number, as `D26483017251` or with dashes. Words are looked for in the list that is
 * open, or in the first one of the post worn.
 */
export function FindMatter({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const say = useSay();
  const goTo = useGoTo();
  const navigate = useNavigate();
  const { has } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const lists = PLACES.filter((place) => 'count' in place).filter(({ roles }) => has(...roles));
  const hint = useId();
  const [wrong, setWrong] = useState(false);
  return (
    <form
      role="search"
      className={classes.find}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = field.current?.value.trim() ?? '';
        const number = spelt(typed);
        const isNumber = NUMBER.test(number);
        const words = isNumber ? '' : typed;
        const list = lists.find(({ to }) => to === path) ?? lists[0];
        setWrong(!isNumber && (!list || words === ''));
        if (!field.current || (!isNumber && (!list || words === ''))) return;
        field.current.value = '';
        if (isNumber) goTo(number);
        else if (list) void navigate({ to: list.to, search: { view: 'all' }, state: { words } });
      }}
    >
      <input
        ref={field}
        aria-label={say(lists.length > 0 ? 'shell.findOrSearch' : 'shell.find')}
        maxLength={MOST_SEARCHED}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        placeholder={say(lists.length > 0 ? 'shell.findOrSearchHint' : 'shell.findHint')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        onChange={() => setWrong(false)}
      />
      {wrong && (
        <p id={hint} className={classes.findWrong} role="alert">
          {say('shell.findWrong')}
        </p>
      )}
    </form>
  );
}

const spelt = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s.–-]/g, '')
    .replace(/^([DV]\d{2})(\d{8})(\d)$/, '$1-$2-$3');
