import type { Action, Situation } from './action.ts';
import { contractActions } from './contract-actions.ts';

export const ACTIONS: readonly Action[] = contractActions;

/**
 * What this person may do here now, in this post. The server decides; this only spares people
 * buttons that would be refused.
 */
export function availableActions(situation: Situation): Action[] {
  const { post, matter } = situation;
  return ACTIONS.filter((action) => {
    const unit = matter[action.service as 'triage' | 'investigation' | 'response']?.unit.id;
    return (
      (action.reaches?.(situation) ?? unit === post.unit) &&
      action.roles.some((role) => post.roles.includes(role)) &&
      action.when(situation)
    );
  });
}

/** The revision of the stream that an action is about, as it was read. */
export const revisionFor = ({ service, loose }: Action, matter: Situation['matter']) =>
  loose ? undefined : matter[service as 'triage' | 'investigation' | 'response']?.revision;
