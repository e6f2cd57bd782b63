import { CONCLUSION_WORDS, proposedDraft } from '@minh-bach/contracts/browser';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { matterQuery, peopleQuery, unitsQuery } from '../../api/queries.ts';
import type { Matter } from '../../api/types.ts';
import { CommandForm } from '../../forms/command-form.tsx';
import { useBoth, useSay } from '../../i18n/language.tsx';
import type { Say } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';
import { labelOf, type Action } from './action.ts';
import { revisionFor } from './available.ts';
import { focusDraft } from '../work/draft.tsx';
import classes from './decisions.module.css';

interface Props {
  readonly action: Action;
  /** As it was read when the form was opened. */
  readonly matter: Matter;
  /** As it is now. */
  readonly current: Matter;
  readonly number: string;
  readonly onDone: (onwards: boolean) => void;
  readonly onCancel: () => void;
}

/** The form of one action, over the matter as it was read when the form was opened. */
export function ActionForm({ action, matter, current, number, onDone, onCancel }: Props) {
  const say = useSay();
  const both = useBoth();
  const { me, post } = useSession();
  const [opened, setOpened] = useState(matter);
  const queries = useQueryClient();
  const units = useQuery(unitsQuery);
  const people = useQuery({
    ...peopleQuery(post?.unit ?? '', action.people ?? ''),
    enabled: action.people !== undefined,
  });
  if (!units.data || (action.people && !people.data)) return <p>{say('common.loading')}</p>;
  const revision = revisionFor(action, opened);
  const reread = async () => {
    const now = await queries.fetchQuery({ ...matterQuery(number), staleTime: 0 });
    setOpened(now);
    focusDraft(proposedDraft(now)?.version);
    return revisionFor(action, now);
  };
  const fields = action.fields(opened, {
    say,
    name: both,
    units: units.data.items,
    people: people.data?.items ?? [],
  });
  return (
    <CommandForm
      target={{
        service: action.service,
        path: action.path(opened),
        ...(revision === undefined ? {} : { revision }),
      }}
      number={number}
      fields={fields}
      submit={say(labelOf(action, { person: me.person, matter: opened }))}
      toBody={(body) => action.toBody?.(body, opened) ?? body}
      deliberate={action.deliberate === true}
      barred={action.id === 'approve' ? movedDraft(opened, current, say) : undefined}
      reread={reread}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Before action={action} matter={opened} />
    </CommandForm>
  );
}

/** What was read is no longer what would be approved. */
function movedDraft(opened: Matter, current: Matter, say: Say): string | undefined {
  const read = proposedDraft(opened)?.version;
  return read === undefined || read === proposedDraft(current)?.version
    ? undefined
    : say('approve.moved', { version: read });
}

/** What has to be read again before it is done. */
function Before({ action, matter }: { action: Action; matter: Matter }): ReactNode {
  const say = useSay();
  const effect = action.effect?.(matter);
  if (effect) return <p>{say(effect)}</p>;
  const draft = proposedDraft(matter);
  if (action.id !== 'approve' || !draft || !matter.investigation) return null;
  const { case: number, gist } = matter.investigation;
  return (
    <div className={classes.confirm}>
      <p>{say('approve.what', { version: draft.version, case: number })}</p>
      <p>
        <strong>{say(CONCLUSION_WORDS[draft.conclusion])}</strong>
        {gist !== null && <> · {gist}</>}
      </p>
      <p>{say('approve.effect')}</p>
    </div>
  );
}
