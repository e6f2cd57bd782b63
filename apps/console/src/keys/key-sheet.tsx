import { Button, Checkbox } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useSay } from '../i18n/language.tsx';
import { BINDINGS } from './registry.ts';
import { switchKeys, useKeysAreOn } from './switch.ts';
import classes from './key-sheet.module.css';

const SCOPES = ['everywhere', 'list', 'panel', 'past', 'form'] as const;

/** The sheet behind `?`, made from the registry. */
export function KeySheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useSay();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const on = useKeysAreOn();
  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);
  return (
    <dialog ref={dialog} className={classes.sheet} aria-labelledby={title} onClose={onClose}>
      {opened && (
        <>
          <h2 id={title}>{say('keys.title')}</h2>
          <div className={classes.groups}>
            {SCOPES.map((scope) => (
              <section key={scope}>
                <h3>{say(`keys.${scope}`)}</h3>
                <dl>
                  {Object.values(BINDINGS)
                    .filter((binding) => binding.scope === scope)
                    .map(({ shown, label }) => (
                      <div key={shown}>
                        <dt>
                          <kbd>{shown}</kbd>
                        </dt>
                        <dd>{say(label)}</dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
          <Checkbox
            label={say('keys.on')}
            description={say('keys.onHint')}
            checked={on}
            onChange={({ currentTarget }) => switchKeys(currentTarget.checked)}
          />
          <Button mt="md" variant="default" onClick={onClose}>
            {say('keys.close')}
          </Button>
        </>
      )}
    </dialog>
  );
}
