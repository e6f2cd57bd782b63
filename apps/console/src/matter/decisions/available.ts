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
      !isKept(action, matter) &&
      (action.reaches?.(situation) ?? unit === post.unit) &&
      action.roles.some((role) => post.roles.includes(role)) &&
      action.when(situation)
    );
  });
}

/** Of case and answer; triage says it of each step (`handling.isMine`). */
const isKept = ({ service }: Action, { investigation, response }: Situation['matter']): boolean =>
  (service === 'investigation' && investigation?.isKept === true) ||
  (service === 'response' && response?.isKept === true);

/** The revision of the stream that an action is about, as it was read. */
export const revisionFor = ({ service, loose }: Action, matter: Situation['matter']) =>
  loose ? undefined : matter[service as 'triage' | 'investigation' | 'response']?.revision;
