import { MOST_VIEW_NAME } from '@minh-bach/contracts/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/call.ts';
import type { ListView } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useSay } from '../i18n/language.tsx';
import { SAVED_VIEWS } from './saved-views-query.ts';
import classes from './saved-views.module.css';

/** Renames and deletes views, and says with which one the list begins. */
export function ManageViews({
  views,
  onClose,
}: {
  views: readonly ListView[];
  onClose: () => void;
}) {
  const say = useSay();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  async function send(id: string, body?: { name: string } | { isDefault: boolean }): Promise<void> {
    setProblem(undefined);
    try {
      await ask(`/views/${id}`, body ? { method: 'POST', body } : { method: 'DELETE' });
    } catch (error) {
      setProblem(error);
    }
    await queries.invalidateQueries({ queryKey: [SAVED_VIEWS] });
  }
  return (
    <Dialog title={say('saved.manage')} onClose={onClose}>
      {views.length === 0 && <p>{say('saved.none')}</p>}
      <ul className={classes.list}>
        {views.map(({ id, name, isDefault }) => (
          <li key={id}>
            <form
              className={classes.named}
              onSubmit={(event) => {
                event.preventDefault();
                void send(id, { name: String(new FormData(event.currentTarget).get('name')) });
              }}
            >
              <input
                key={name}
                name="name"
                aria-label={say('saved.nameOf', { name })}
                defaultValue={name}
                required
                maxLength={MOST_VIEW_NAME}
                autoComplete="off"
              />
              <Button type="submit" aria-label={say('saved.renameOf', { name })}>
                {say('saved.rename')}
              </Button>
            </form>
            <div className={classes.more}>
              <label>
                <input
                  type="checkbox"
                  aria-label={say('saved.firstOf', { name })}
                  checked={isDefault}
                  onChange={({ target }) => void send(id, { isDefault: target.checked })}
                />{' '}
                {say('saved.first')}
              </label>
              <Button aria-label={say('saved.deleteOf', { name })} onClick={() => void send(id)}>
                {say('saved.delete')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <DialogButtons>
        <Button primary onClick={onClose}>
          {say('saved.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
