import { urgeLowerUnit } from '@minh-bach/contracts/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { command, read } from '../api/call.ts';
import { expectChanges } from '../api/queries.ts';
import type { Matter } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useGuard } from '../leave/guard.ts';
import { revisionFor } from '../matter/decisions/available.ts';
import { urgeActionOf } from '../matter/decisions/urge-action.ts';
import { useSession } from '../session/session.tsx';
import { BulkResults, useBulk } from '../worklists/bulk.tsx';
import { MOST_SELECTED, type Selection } from '../worklists/selection.ts';
import classes from './urge-bar.module.css';

/** Urges the chosen late matters with one note. */
export function UrgeBar({ selection }: { selection: Selection }) {
  const say = useSay();
  const both = useBoth();
  const id = useId();
  const { me, post } = useSession();
  const queries = useQueryClient();
  const [request, setRequest] = useState('');
  const { chosen } = selection;
  async function urge(number: string, key: string): Promise<string | undefined> {
    const matter = await read<Matter>(`/matters/${number}`);
    const action = post && urgeActionOf({ person: me.person, post, matter });
    const revision = action && revisionFor(action, matter);
    if (!action || revision === undefined) return say('urgeMany.cannot');
    const letter = { letter: null, letterOn: null };
    // After a decision what is late is the ground.
    const ground = action.id === 'urge-decision' ? {} : { ground: 'overdue' };
    const body = { ...ground, ...letter, request };
    await command(action.service, action.path(matter), body, { key, revision });
    return undefined;
  }
  const bulk = useBulk(selection, urge, async () => {
    expectChanges();
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['notices'] }),
      queries.invalidateQueries({ queryKey: ['matter'] }),
    ]);
  });
  const { busy, results } = bulk;
  useGuard(() => chosen.size > 0 && request.trim() !== '');
  if (chosen.size === 0 && results.length === 0) return null;
  const { label, hint } = urgeLowerUnit.body.request;
  return (
    <section className={classes.bar} aria-label={say('urgeMany.title')}>
      {chosen.size > 0 && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void bulk.run(request);
          }}
        >
          <strong>{say('urgeMany.chosen', { n: chosen.size, most: MOST_SELECTED })}</strong>
          <label htmlFor={id}>{both(label)}</label>
          <textarea
            id={id}
            required
            rows={3}
            maxLength={2000}
            value={request}
            aria-describedby={`${id}hint`}
            onChange={({ target }) => setRequest(target.value)}
          />
          <p id={`${id}hint`} className={classes.hint}>
            {say('urgeMany.text')} {hint && both(hint)}
          </p>
          <div className={classes.buttons}>
            <Button primary type="submit" disabled={busy}>
              {say(busy ? 'bulk.busy' : 'urgeMany.urge')}
            </Button>
            <Button onClick={() => selection.set([])}>{say('bulk.none')}</Button>
          </div>
        </form>
      )}
      <BulkResults bulk={bulk} done={(n, all) => say('urgeMany.done', { n, all })} />
    </section>
  );
}
