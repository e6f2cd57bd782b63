import type { Matter } from '../../api/types.ts';
import type { Action } from './action.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  accept: 'accept',
  refuse_accept: 'not_accepted',
  guide: 'guided',
  transfer: 'transferred',
  file: 'filed',
};

/** The action that does what the engine proposes, where it may be done now. */
export function proposedOf(actions: readonly Action[], { triage }: Matter): Action | undefined {
  const code = triage?.proposal?.outcomes[0]?.code;
  const proposed = code === undefined ? undefined : OUTCOMES[code];
  return actions.find(({ id }) => id === proposed);
}
