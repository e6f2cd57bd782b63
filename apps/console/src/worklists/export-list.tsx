import { EXPORT_PURPOSE_WORDS, MOST_EXPORTED } from '@minh-bach/contracts/browser';
import { useId, useState } from 'react';
import { ask } from '../api/call.ts';
import type { Service } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import type { ListPath, ListSearch } from './list-search.ts';
import { useWords } from './searched-words.ts';
import classes from './saved-views.module.css';

/** The list as it is narrowed now, as a file; what for is asked first. */
export function ExportList({
  service,
  to,
  search,
}: {
  service: Service;
  to: ListPath;
  /** With its view. */
  search: ListSearch;
}) {
  const say = useSay();
  const both = useBoth();
  const id = useId();
  const { language } = useLanguage();
  const { words } = useWords(to);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  async function take(purpose: string): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { ...search, ...(words === undefined ? {} : { q: words }), purpose, language };
      const answer = await ask(`/${service}/worklist/export`, { method: 'POST', body });
      save(await answer.blob(), nameIn(answer) ?? `${service}.csv`);
      setOpen(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <button type="button" className={classes.action} onClick={() => setOpen(true)}>
        {say('export.open')}
      </button>
      {open && (
        <Dialog title={say('export.title')} onClose={() => setOpen(false)}>
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              const purpose = new FormData(event.currentTarget).get('purpose');
              if (!busy) void take(String(purpose));
            }}
          >
            <p>{say('export.text', { most: MOST_EXPORTED })}</p>
            <label htmlFor={id}>{say('export.purpose')}</label>
            <select id={id} name="purpose" required defaultValue="">
              <option value="">{say('export.choose')}</option>
              {Object.entries(EXPORT_PURPOSE_WORDS).map(([value, label]) => (
                <option key={value} value={value}>
                  {both(label)}
                </option>
              ))}
            </select>
            {problem !== undefined && <ProblemNotice problem={problem} />}
            <DialogButtons>
              <Button primary type="submit" disabled={busy}>
                {say(busy ? 'export.busy' : 'export.take')}
              </Button>
              <Button onClick={() => setOpen(false)}>{say('saved.cancel')}</Button>
            </DialogButtons>
          </form>
        </Dialog>
      )}
    </>
  );
}

const nameIn = ({ headers }: Response): string | undefined =>
  /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
