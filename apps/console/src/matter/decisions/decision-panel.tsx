import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { expectChanges } from '../../api/queries.ts';
import type { Matter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { Card } from '../../components/page.tsx';
import { moment } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import { panelKeyOf } from '../../keys/registry.ts';
import { useSession } from '../../session/session.tsx';
import { nextAfter } from '../../worklists/queue.ts';
import { useGoTo } from '../use-go-to.ts';
import { labelOf, type Action } from './action.ts';
import { ActionFormLater, fetchForm } from './action-form-later.tsx';
import { availableActions, revisionFor } from './available.ts';
import classes from './decisions.module.css';
import { Guidance } from './guidance.tsx';
import { HolderLeft } from './holder-left.tsx';
import { Merged } from './merged.tsx';
import { Moved } from './moved.tsx';
import { ProposalBox } from './proposal.tsx';
import { ActionButtons } from './action-buttons.tsx';
import { ProposedCorrection } from './proposed-correction.tsx';
import { ProposedDecision } from './proposed-decision.tsx';
import { proposedOf } from './proposed-of.ts';
import { Relations } from './relations.tsx';
import { UrgedParts } from './urged.tsx';
import { usePanelKeys } from './use-panel-keys.ts';

interface Opened {
  readonly action: Action;
  readonly matter: Matter;
}

/** The actions of this moment, their keys, and one open form. */
export function DecisionPanel({ number, matter }: { number: string; matter: Matter }) {
  const say = useSay();
  const { me, post } = useSession();
  const goTo = useGoTo();
  const queries = useQueryClient();
  const panel = useRef<HTMLDivElement>(null);
  const next = nextAfter(number);
  const [opened, setOpened] = useState<Opened>();
  // Classified by Ctrl+Enter: the decision that the engine proposes comes next, not yet the next matter.
  const [follows, setFollows] = useState(false);
  const [recorded, setRecorded] = useState<{ what: string; time: string }>();

  const actions = post ? availableActions({ person: me.person, post, matter }) : [];
  const open = (action: Action) => {
    setRecorded(undefined);
    setOpened({ action, matter });
  };
  const handlers = actions.flatMap((action) =>
    panelKeyOf(action.id) && !opened ? [[action.id, () => open(action)] as const] : [],
  );
  usePanelKeys(Object.fromEntries(handlers), panel);
  useEffect(() => void fetchForm().catch(() => undefined), []);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Where a form has closed, the next key counts in the panel.
    if (wasOpen.current && !opened) panel.current?.focus();
    wasOpen.current = opened !== undefined;
  }, [opened]);

  const done = async (onwards: boolean) => {
    if (!opened) return;
    expectChanges();
    void queries.invalidateQueries({ queryKey: ['worklist'] });
    // What was decided is no longer offered once the form is gone.
    await queries.invalidateQueries({ queryKey: ['matter', number] });
    setOpened(undefined);
    const isDecided = opened.action.id !== 'classify';
    if (onwards && isDecided && next !== undefined) return goTo(next);
    if (onwards && !isDecided) setFollows(true);
    const what = say(labelOf(opened.action, { person: me.person, matter: opened.matter }));
    setRecorded({ what, time: moment(new Date().toISOString()).time });
  };

  useEffect(() => {
    if (!follows) return;
    setFollows(false);
    const action = proposedOf(actions, matter);
    if (action) return setOpened({ action, matter });
    // Nothing to decide here: a second person has to confirm, or another unit decides.
    if (next !== undefined && !actions.some(({ minor }) => !minor)) goTo(next);
  }, [follows]);

  const changed =
    opened && revisionFor(opened.action, opened.matter) !== revisionFor(opened.action, matter);
  const { proposal, proposed } = matter.triage ?? {};
  return (
    <Card title={say('panel.title')} className={classes.card}>
      <div ref={panel} tabIndex={-1} className={classes.panel}>
        {recorded && (
          <Notice tone="done" role="status" title={say('panel.recorded', recorded)}>
            {next !== undefined && (
              <Link to="/ho-so/$number" params={{ number: next }}>
                {say('panel.next')}
              </Link>
            )}
          </Notice>
        )}
        {changed && (
          <Notice tone="soon" role="status" title={say('panel.changed')}>
            <p>{say('panel.changedText')}</p>
          </Notice>
        )}
        {matter.triage && <Merged merged={matter.triage.merged} />}
        {matter.triage?.handling.hasMoved && <Moved triage={matter.triage} />}
        <UrgedParts matter={matter} />
        <Guidance investigation={matter.investigation} />
        <Relations matter={matter} />
        <HolderLeft investigation={matter.investigation} actions={actions} />
        {proposed && <ProposedDecision proposed={proposed} />}
        {matter.intake?.correction && <ProposedCorrection intake={matter.intake} />}
        {proposal && actions.some(({ id }) => id === 'accept' || id === 'classify') && (
          <ProposalBox proposal={proposal} />
        )}
        {opened ? (
          <>
            <h3>{say(labelOf(opened.action, { person: me.person, matter: opened.matter }))}</h3>
            <ActionFormLater
              key={opened.action.id}
              action={opened.action}
              matter={opened.matter}
              current={matter}
              number={number}
              onDone={(onwards) => void done(onwards)}
              onCancel={() => setOpened(undefined)}
            />
          </>
        ) : actions.length === 0 ? (
          <p className={classes.nothing}>{say('panel.nothing')}</p>
        ) : (
          <ActionButtons actions={actions} matter={matter} onOpen={open} />
        )}
      </div>
    </Card>
  );
}
