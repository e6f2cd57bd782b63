import { MOST_VIEW_NAME } from '@minh-bach/contracts/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ask } from '../api/call.ts';
import type { Service } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useSay } from '../i18n/language.tsx';
import type { ListPath, ListSearch } from './list-search.ts';
import { SAVED_VIEWS } from './saved-views-query.ts';
import { useWords } from './searched-words.ts';
import classes from './saved-views.module.css';

/** Gives the list as it is narrowed and sorted now a name. */
export function SaveView({
  service,
  to,
  search,
  onClose,
}: {
  service: Service;
  to: ListPath;
  search: ListSearch;
  onClose: () => void;
}) {
  const say = useSay();
  const id = useId();
  const queries = useQueryClient();
  const { words } = useWords(to);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  async function save(name: string): Promise<void> {
    setBusy(true);
    try {
      const body = { list: service, name, query: search };
      await ask('/views', { method: 'POST', body });
      await queries.invalidateQueries({ queryKey: [SAVED_VIEWS] });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return (
    <Dialog title={say('saved.save')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const name = new FormData(event.currentTarget).get('name');
          if (!busy) void save(String(name));
        }}
      >
        <p>{say('saved.saveText')}</p>
        {words !== undefined && <p>{say('saved.notWords')}</p>}
        <label htmlFor={id}>{say('saved.name', { most: MOST_VIEW_NAME })}</label>
        <input id={id} name="name" required maxLength={MOST_VIEW_NAME} autoComplete="off" />
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <DialogButtons>
          <Button primary type="submit" disabled={busy}>
            {say('saved.saveNow')}
          </Button>
          <Button onClick={onClose}>{say('saved.cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
