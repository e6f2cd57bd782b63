import { assignCase } from '@minh-bach/contracts/browser';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { command, read } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { expectChanges } from '../api/queries.ts';
import type { CaseRow, Matter } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { useLanguage, useSay } from '../i18n/language.tsx';
import type { FilterOption } from './filter-bar.tsx';
import { MOST_SELECTED, type Selection } from './selection.ts';
import classes from './assign-bar.module.css';

interface Result {
  readonly number: string;
  /** Why not; nothing where it is done. */
  readonly problem?: string;
}

/**
 * Assigns the chosen cases to one verifier. Each is a command of its own under a key of its own: what was
 * sent twice counts once, and of each it is said whether it is done.
 */
export function AssignBar({
  selection,
  rows,
  verifiers,
}: {
  selection: Selection;
  rows: readonly CaseRow[];
  verifiers: readonly FilterOption[];
}) {
  const say = useSay();
  const { language } = useLanguage();
  const id = useId();
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [assignee, setAssignee] = useState('');
  const [noConflict, setNoConflict] = useState(false);
  const [busy, setBusy] = useState(false);
  const [results, setResults] = useState<readonly Result[]>([]);
  const { chosen } = selection;

  const keyOf = (number: string): string => {
    const of = `${number} ${assignee}`;
    const key = keys.current.get(of) ?? crypto.randomUUID();
    keys.current.set(of, key);
    return key;
  };
  async function assign(number: string): Promise<Result> {
    const path = `/cases/${number}/assignment`;
    const seen = rows.find((row) => row.case === number)?.assignee?.id;
    try {
      const { investigation } = await read<Matter>(`/matters/${number}`);
      if (investigation?.assignee?.id === assignee) return { number };
      if (!investigation || investigation.assignee?.id !== seen)
        return { number, problem: say('bulk.changed') };
      const { revision } = investigation;
      await command(
        'investigation',
        path,
        { assignee, noConflict },
        { key: keyOf(number), revision },
      );
      return { number };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { number, problem: error.body[language].title };
    }
  }
  async function assignAll(): Promise<void> {
    setBusy(true);
    const done: Result[] = [];
    try {
      for (const number of chosen) {
        done.push(await assign(number));
        setResults([...done]);
      }
    } finally {
      setBusy(false);
      expectChanges();
      await queries.invalidateQueries({ queryKey: ['worklist', 'investigation'] });
      // What failed stays chosen.
      selection.set(
        done.filter(({ problem }) => problem !== undefined).map(({ number }) => number),
      );
    }
  }
  const failed = results.filter(({ problem }) => problem !== undefined);
  if (chosen.size === 0 && results.length === 0) return null;
  return (
    <section className={classes.bar} aria-label={say('bulk.title')}>
      {chosen.size > 0 && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void assignAll();
          }}
        >
          <strong>{say('bulk.chosen', { n: chosen.size, most: MOST_SELECTED })}</strong>
          <label htmlFor={id}>{say('bulk.assignee')}</label>
          <select
            id={id}
            required
            value={assignee}
            onChange={({ target }) => {
              setAssignee(target.value);
              // Of each person it is checked anew.
              setNoConflict(false);
            }}
          >
            <option value="">{say('bulk.choose')}</option>
            {verifiers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <label className={classes.checked}>
            <input
              type="checkbox"
              required
              checked={noConflict}
              onChange={({ target }) => setNoConflict(target.checked)}
            />{' '}
            {say(assignCase.body.noConflict.label)}
          </label>
          <Button primary type="submit" disabled={busy}>
            {say(busy ? 'bulk.busy' : 'bulk.assign')}
          </Button>
          <Button onClick={() => selection.set([])}>{say('bulk.none')}</Button>
        </form>
      )}
      <div role="status">
        {!busy && results.length > 0 && (
          <p>{say('bulk.done', { n: results.length - failed.length, all: results.length })}</p>
        )}
        {failed.length > 0 && (
          <ul>
            {failed.map(({ number, problem }) => (
              <li key={number}>
                <Link to="/ho-so/$number" params={{ number }}>
                  {number}
                </Link>
                : {problem}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
