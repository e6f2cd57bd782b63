import { words } from '@minh-bach/contracts/browser';
import { Button } from '@mantine/core';
import type { Matter } from '../../api/types.ts';
import { useSay } from '../../i18n/language.tsx';
import { panelKeyOf } from '../../keys/registry.ts';
import { useSession } from '../../session/session.tsx';
import { labelOf, type Action } from './action.ts';
import { proposedOf } from './proposed-of.ts';
import classes from './decisions.module.css';

/** One primary button: what the engine proposes, else what moves the matter on; corrections of what is on record stand below, by themselves. */
export function ActionButtons({
  actions,
  matter,
  onOpen,
}: {
  actions: readonly Action[];
  matter: Matter;
  onOpen: (action: Action) => void;
}) {
  const say = useSay();
  const { me } = useSession();
  const first = proposedOf(actions, matter) ?? actions.find(({ minor }) => !minor);
  const correcting = actions.filter(({ group }) => group === 'correction');
  const buttons = (some: readonly Action[]) => (
    <div className={classes.actions}>
      {some.map((action) => (
        <Button
          key={action.id}
          variant={action === first ? 'filled' : action.minor ? 'subtle' : 'default'}
          onClick={() => onOpen(action)}
          rightSection={<KeyHint id={action.id} />}
        >
          {say(labelOf(action, { person: me.person, matter }))}
        </Button>
      ))}
    </div>
  );
  const others = actions.filter((action) => !correcting.includes(action));
  return (
    <>
      {others.length > 0 && buttons(others)}
      {correcting.length > 0 && (
        <div role="group" aria-labelledby="corrections" className={classes.group}>
          <h3 id="corrections">{say(CORRECTIONS)}</h3>
          {buttons(correcting)}
        </div>
      )}
    </>
  );
}

const CORRECTIONS = words('Đính chính', 'Corrections');

const KeyHint = ({ id }: { id: string }) => {
  const binding = panelKeyOf(id);
  return binding ? (
    <kbd className={classes.key} aria-hidden="true">
      {binding.shown}
    </kbd>
  ) : null;
};
