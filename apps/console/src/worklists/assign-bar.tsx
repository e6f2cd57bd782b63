import { assignCase } from '@minh-bach/contracts/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { command, read } from '../api/call.ts';
import { expectChanges } from '../api/queries.ts';
import type { CaseRow, Matter } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { useSay } from '../i18n/language.tsx';
import { BulkResults, useBulk } from './bulk.tsx';
import type { FilterOption } from './filter-bar.tsx';
import { MOST_SELECTED, type Selection } from './selection.ts';
import classes from './assign-bar.module.css';

/** Assigns the chosen cases to one verifier. */
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
  const id = useId();
  const queries = useQueryClient();
  const [assignee, setAssignee] = useState('');
  const [noConflict, setNoConflict] = useState(false);
  const { chosen } = selection;

  async function assign(number: string, key: string): Promise<string | undefined> {
    const seen = rows.find((row) => row.case === number)?.assignee?.id;
    const { investigation } = await read<Matter>(`/matters/${number}`);
    if (investigation?.assignee?.id === assignee) return undefined;
    if (!investigation || investigation.assignee?.id !== seen) return say('bulk.changed');
    const { revision } = investigation;
    const body = { assignee, noConflict };
    await command('investigation', `/cases/${number}/assignment`, body, { key, revision });
    return undefined;
  }
  const bulk = useBulk(selection, assign, async () => {
    expectChanges();
    await queries.invalidateQueries({ queryKey: ['worklist', 'investigation'] });
  });
  const { busy, results } = bulk;
  if (chosen.size === 0 && results.length === 0) return null;
  return (
    <section className={classes.bar} aria-label={say('bulk.title')}>
      {chosen.size > 0 && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void bulk.run(assignee);
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
      <BulkResults bulk={bulk} done={(n, all) => say('bulk.done', { n, all })} />
    </section>
  );
}
